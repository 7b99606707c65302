/** An opened plant: watching, writing, local history, copies of the sample. */
package dev.plantwright.plant.folder;
