/**
 * What field devices speak: data types, values, scaling and the text of numbers, as Neuron 2.x
 * defines them. Pure functions and immutable values: no I/O, no threads, no dependencies.
 */
package dev.plantwright.field;
