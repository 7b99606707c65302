package dev.plantwright.sites.neuron;

/** Neuron's two kinds of node. */
public enum NodeKind {
  /** Southbound: polls devices. */
  DRIVER(1),
  /** Northbound: passes values on. */
  APP(2);

  private final int number;

  NodeKind(int number) {
    this.number = number;
  }

  /** The number in Neuron's API. */
  public int number() {
    return number;
  }
}
