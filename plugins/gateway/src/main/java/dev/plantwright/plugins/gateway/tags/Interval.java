package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.live.Format;

/** How long a group waits between two reads, in words. */
public final class Interval {
  private Interval() {}

  /** {@code 500 ms}, {@code 1 s}, {@code 1.5 s}, {@code 5 min}. */
  public static String text(long ms) {
    if (ms < 1_000) {
      return ms + " ms";
    }
    return ms % 1_000 == 0 && ms < 60_000 ? ms / 1_000 + " s" : Format.duration(ms);
  }
}
