package dev.plantwright.engine.rules.door;

/**
 * An answer of the door.
 *
 * @param type content type; empty for an empty body
 */
record Reply(int status, String type, String body) {
  static final String TEXT = "text/plain; charset=utf-8";
  static final String JSON = "application/json";

  static Reply text(int status, String body) {
    return new Reply(status, TEXT, body);
  }

  static Reply json(String body) {
    return new Reply(200, JSON, body);
  }

  static Reply empty(int status) {
    return new Reply(status, "", "");
  }
}
