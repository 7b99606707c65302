/**
 * What a plant folder says, as immutable records, and what is wrong with it. A new kind of plant
 * file starts in {@link dev.plantwright.plant.PlantFile}.
 */
package dev.plantwright.plant;
