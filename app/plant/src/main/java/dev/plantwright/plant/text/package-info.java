/** Texts: places, spans, and what somebody probably meant. */
package dev.plantwright.plant.text;
