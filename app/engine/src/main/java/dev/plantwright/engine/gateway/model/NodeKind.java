package dev.plantwright.engine.gateway.model;

/** Southbound or northbound, with Neuron's numbers. */
public enum NodeKind {
  DRIVER(1),
  APP(2);

  private final int number;

  NodeKind(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
