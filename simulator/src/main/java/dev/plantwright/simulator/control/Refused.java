package dev.plantwright.simulator.control;

/** Ends a request with a status and one sentence. */
final class Refused extends RuntimeException {
  private final int status;

  Refused(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
