package dev.plantwright.plant.simulation;

/**
 * A duration, or a range of which one is drawn at random.
 *
 * @param least seconds, not negative
 * @param most not less than {@code least}
 */
public record Seconds(double least, double most) {
  public static Seconds of(double seconds) {
    return new Seconds(seconds, seconds);
  }

  /** {@code 12 s} or {@code 60 to 150 s}. */
  public String words() {
    return least == most
        ? Words.number(least) + " s"
        : Words.number(least) + " to " + Words.number(most) + " s";
  }
}
