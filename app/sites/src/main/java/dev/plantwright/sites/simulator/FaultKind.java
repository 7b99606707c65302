package dev.plantwright.sites.simulator;

/**
 * A fault that a device can have.
 *
 * @param title one line for people
 * @param onLine whether its line misbehaves; otherwise its values do
 */
public record FaultKind(String kind, String title, boolean onLine) {
  /** The device takes requests and answers none. */
  public static final String SILENCE = "silence";

  /** Each request is answered with the exception {@code code}. */
  public static final String EXCEPTION = "exception";

  /** Answers come {@code ms} milliseconds late. */
  public static final String SLOW = "slow";
}
