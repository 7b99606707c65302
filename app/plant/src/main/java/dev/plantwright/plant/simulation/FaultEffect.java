package dev.plantwright.plant.simulation;

/** What a fault of a device does to one of its points. */
public sealed interface FaultEffect {
  /** Adds to its value, growing to the full amount in {@code withinS} seconds, and back. */
  record Offset(double add, double withinS) implements FaultEffect {}

  /** Reads one value. */
  record Fixed(PointValue value) implements FaultEffect {}

  /** Keeps the value it has when the fault begins. */
  record Frozen() implements FaultEffect {}
}
