/**
 * The simulator: devices of a plant that speak their real protocols, and a door to control them.
 *
 * <p>{@code model} says what values are, {@code modbus} shows them on the wire, {@code device} is
 * one running device on its own thread, {@code control} is the door.
 */
package dev.plantwright.simulator;
