package dev.plantwright.simulator;

/** The simulator cannot run; the message says why and what to do. */
public final class CannotStart extends Exception {
  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
