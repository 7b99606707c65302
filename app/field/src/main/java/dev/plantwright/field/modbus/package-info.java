/**
 * Modbus as a gateway needs it: canonical addresses and Neuron's notation for them, byte orders,
 * which registers to read together, and the way between registers and values.
 */
package dev.plantwright.field.modbus;
