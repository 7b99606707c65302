package dev.plantwright.simulator.model;

import dev.plantwright.plant.simulation.PointValue;

/** One behaviour at work. Asked once a step, with time that never runs backwards. */
interface Generator {
  /**
   * The value at a time.
   *
   * @param t seconds since the start
   * @param dt seconds since the last call, 0 at the first
   */
  PointValue at(double t, double dt);

  /** Somebody wrote a value; a behaviour that has a memory goes on from there. */
  default void write(PointValue value) {}
}
