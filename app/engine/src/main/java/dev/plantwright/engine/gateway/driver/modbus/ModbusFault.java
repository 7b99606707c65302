package dev.plantwright.engine.gateway.driver.modbus;

import dev.plantwright.engine.gateway.driver.Cycle;

/** Why a request has no usable answer. */
final class ModbusFault extends Exception {
  private static final long serialVersionUID = 1;

  final transient Cycle.Outcome outcome;

  /** Code of a Modbus exception, 0 for other faults. */
  final int exception;

  private ModbusFault(Cycle.Outcome outcome, int exception, String message) {
    super(message, null, false, false);
    this.outcome = outcome;
    this.exception = exception;
  }

  static ModbusFault refused(int exception) {
    return new ModbusFault(
        Cycle.Outcome.REFUSED, exception, "refused: %s".formatted(words(exception)));
  }

  static ModbusFault silent(long millis) {
    return new ModbusFault(Cycle.Outcome.SILENT, 0, "no answer within %d ms".formatted(millis));
  }

  static ModbusFault lost() {
    return new ModbusFault(Cycle.Outcome.LOST, 0, "the connection broke");
  }

  static ModbusFault unusable(String message) {
    return new ModbusFault(Cycle.Outcome.UNUSABLE, 0, message);
  }

  private static String words(int exception) {
    return switch (exception) {
      case 1 -> "illegal function (exception 1)";
      case 2 -> "illegal data address (exception 2)";
      case 3 -> "illegal data value (exception 3)";
      case 4 -> "device failure (exception 4)";
      case 5 -> "accepted, takes long (exception 5)";
      case 6 -> "device busy (exception 6)";
      case 10 -> "gateway path unavailable (exception 10)";
      case 11 -> "gateway target does not respond (exception 11)";
      default -> "exception " + exception;
    };
  }
}
