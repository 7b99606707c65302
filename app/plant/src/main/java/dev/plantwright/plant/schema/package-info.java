/** The shape of the JSON formats: one JSON Schema each, beside these classes. */
package dev.plantwright.plant.schema;
