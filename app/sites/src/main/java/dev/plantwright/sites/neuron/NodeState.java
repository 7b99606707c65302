package dev.plantwright.sites.neuron;

/**
 * How a node is doing.
 *
 * @param rttMs round trip of the last request in milliseconds; 9999 before the first
 */
public record NodeState(String node, Running running, boolean connected, int rttMs) {
  /** Neuron's running states, in the order of their numbers from 1. */
  public enum Running {
    INIT,
    READY,
    RUNNING,
    STOPPED,
    UNKNOWN;

    static Running of(int number) {
      return number >= 1 && number <= 4 ? values()[number - 1] : UNKNOWN;
    }
  }
}
