package dev.plantwright.engine.gateway.model;

import java.util.Arrays;

/** What a node does, with Neuron's numbers. */
public enum RunState {
  /** No settings yet. */
  INIT(1),
  READY(2),
  RUNNING(3),
  STOPPED(4);

  private final int number;

  RunState(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static RunState ofNumber(int number) {
    return Arrays.stream(values()).filter(state -> state.number == number).findFirst().orElse(INIT);
  }
}
