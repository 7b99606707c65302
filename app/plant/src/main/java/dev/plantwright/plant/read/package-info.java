/** Reading a plant folder: files to records, with all problems. */
package dev.plantwright.plant.read;
