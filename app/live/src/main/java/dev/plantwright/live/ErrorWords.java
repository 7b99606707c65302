package dev.plantwright.live;

/** The error numbers of a Neuron gateway's tags, in at most six words each. */
final class ErrorWords {
  private static final int NOT_YET = 3011;

  private ErrorWords() {}

  /** Whether the number only says that the first answer of the device is still awaited. */
  static boolean notYet(int code) {
    return code == NOT_YET;
  }

  /** Words for a number; {@code error 4711} for one that is not known here. */
  public static String of(int code) {
    return switch (code) {
      case 1001 -> "gateway failed inside";
      case 2106 -> "group unknown";
      case 2201 -> "tag unknown";
      case 2204 -> "type not supported";
      case 2205 -> "address not understood";
      case 3000 -> "device refuses the read";
      case 3001 -> "write failed";
      case 3002 -> "device not connected";
      case 3003 -> "tag cannot be read";
      case 3004 -> "tag cannot be written";
      case 3007 -> "value has the wrong type";
      case 3008 -> "value too old";
      case 3009 -> "answer not understood";
      case 3010 -> "node not running";
      case NOT_YET -> "no value yet";
      case 3012 -> "answer out of order";
      case 3015 -> "device does not answer";
      case 3020 -> "value out of range";
      default -> "error " + code;
    };
  }
}
