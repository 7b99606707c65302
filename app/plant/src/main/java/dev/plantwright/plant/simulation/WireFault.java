package dev.plantwright.plant.simulation;

/** A fault that every device can have on its line. */
public sealed interface WireFault {
  String SILENCE = "silence";
  String EXCEPTION = "exception";
  String SLOW = "slow";

  /** The name of its kind. */
  default String kind() {
    return switch (this) {
      case Silence _ -> SILENCE;
      case ExceptionAnswer _ -> EXCEPTION;
      case SlowAnswer _ -> SLOW;
    };
  }

  static boolean isKind(String name) {
    return name.equals(SILENCE) || name.equals(EXCEPTION) || name.equals(SLOW);
  }

  /** Takes requests and answers none. */
  record Silence() implements WireFault {}

  /**
   * Answers each request with an exception.
   *
   * @param code 1 to 255; 2 is an illegal address, 4 a failure of the device, 6 busy
   */
  record ExceptionAnswer(int code) implements WireFault {
    public static final int MOST = 255;
  }

  /**
   * Answers late.
   *
   * @param millis 1 to 600000, by the clock on the wall
   */
  record SlowAnswer(int millis) implements WireFault {
    public static final int MOST = 600_000;
  }
}
