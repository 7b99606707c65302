package dev.plantwright.live;

/**
 * How far a value can be believed.
 *
 * @param word one word, or the reason in at most six: what a table shows
 * @param reason one sentence for a tooltip
 */
public record Quality(State state, String word, String reason) {
  /** In the order of how loud they are, quietest first. */
  public enum State {
    NONE,
    GOOD,
    UNCERTAIN,
    STALE,
    BAD
  }

  private static final Quality GOOD =
      new Quality(State.GOOD, "good", "The value comes as often as expected.");

  /**
   * Judges a row: no value, source gone, publisher's error, overdue, doubted, good, in this order.
   */
  public static Quality of(Reading reading, Meaning meaning, Source source, long nowMs) {
    boolean missing = reading.value() instanceof Value.Missing;
    if (reading.trust() == Reading.Trust.BAD && ErrorWords.notYet(reading.code())
        || never(reading)) {
      return new Quality(State.NONE, "no value yet", "No value has come yet.");
    }
    if (source instanceof Source.Gone gone) {
      return stale(gone.reason() + ", for " + Format.age(nowMs - gone.sinceMs()) + ".");
    }
    if (reading.overdue(nowMs)) {
      return stale(overdueReason(reading, nowMs));
    }
    if (reading.trust() == Reading.Trust.BAD) {
      String words = ErrorWords.of(reading.code());
      return new Quality(State.BAD, words, "The gateway reports: " + words + codeOf(reading) + ".");
    }
    if (missing) {
      return new Quality(State.NONE, "no value", "The last message carried no value.");
    }
    return doubted(reading, meaning, nowMs);
  }

  private static boolean never(Reading reading) {
    return reading.heardMs() == 0;
  }

  private static Quality doubted(Reading reading, Meaning meaning, long nowMs) {
    long unchanged = nowMs - reading.changedMs();
    if (meaning.changesWithinMs() > 0 && unchanged > meaning.changesWithinMs()) {
      String words = "unchanged for " + Format.age(unchanged);
      return new Quality(State.UNCERTAIN, words, "The value is " + words + ".");
    }
    if (reading.trust() == Reading.Trust.UNCERTAIN) {
      return new Quality(State.UNCERTAIN, "uncertain", "The publisher is not sure of the value.");
    }
    return GOOD;
  }

  private static Quality stale(String reason) {
    return new Quality(State.STALE, "stale", reason);
  }

  private static String overdueReason(Reading reading, long nowMs) {
    return "Nothing for %s, expected every %s."
        .formatted(Format.age(nowMs - reading.heardMs()), Format.duration(reading.expectedMs()));
  }

  private static String codeOf(Reading reading) {
    return reading.code() > 0 ? " (" + reading.code() + ")" : "";
  }
}
