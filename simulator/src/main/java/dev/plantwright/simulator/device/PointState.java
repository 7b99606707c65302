package dev.plantwright.simulator.device;

import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.Signal;

/** A point as it is now; the value is what a client would read. */
public record PointState(Signal point, PointValue value, boolean held) {}
