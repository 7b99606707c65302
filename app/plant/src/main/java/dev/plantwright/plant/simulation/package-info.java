/**
 * Simulated devices: the files {@code simulation/*.json}, read into records and checked. A new kind
 * of behaviour starts in {@link dev.plantwright.plant.simulation.Behaviour}.
 */
package dev.plantwright.plant.simulation;
