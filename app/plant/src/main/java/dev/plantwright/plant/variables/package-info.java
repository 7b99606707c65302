/** Variables of plant files, and the user's secrets. */
package dev.plantwright.plant.variables;
