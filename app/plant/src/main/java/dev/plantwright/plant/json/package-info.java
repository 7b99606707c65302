/** JSON files with the place of every value, and edits that leave the rest as it is written. */
package dev.plantwright.plant.json;
