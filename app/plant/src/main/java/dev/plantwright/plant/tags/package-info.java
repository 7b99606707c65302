/** Tag tables: comma-separated values with the place of every cell, and edits of single lines. */
package dev.plantwright.plant.tags;
