package dev.plantwright.plugins.harness;

/** A request that cannot be done; the message is the answer's {@code error}. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  static Refused unknown(String id) {
    return new Refused(404, "nothing on screen has the id " + id);
  }

  static Refused bad(String message) {
    return new Refused(400, message);
  }

  int status() {
    return status;
  }
}
