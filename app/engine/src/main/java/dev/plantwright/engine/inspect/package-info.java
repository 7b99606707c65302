/** The door that tells what no real product tells: health, figures, pages of the parts. */
package dev.plantwright.engine.inspect;
