package dev.plantwright.plugins.charts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A span of time and its round marks. */
record TimeScale(long fromMs, long toMs) {
  private static final long[] STEPS = {
    1_000,
    2_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    180_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    10_800_000,
    21_600_000,
    43_200_000,
    86_400_000
  };
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

  /** A mark: where and what it says. */
  record Mark(long ms, String text) {}

  long spanMs() {
    return toMs - fromMs;
  }

  double fraction(long ms) {
    return (ms - fromMs) / (double) spanMs();
  }

  long at(double fraction) {
    return fromMs + Math.round(fraction * spanMs());
  }

  /** Round marks in local time, at most {@code most}. */
  List<Mark> marks(int most, ZoneId zone) {
    long step = step(Math.max(1, most));
    long offset = zone.getRules().getOffset(Instant.ofEpochMilli(fromMs)).getTotalSeconds() * 1000L;
    DateTimeFormatter format = step < 60_000 ? SECONDS : MINUTES;
    List<Mark> marks = new ArrayList<>();
    for (long ms = Math.ceilDiv(fromMs + offset, step) * step - offset; ms <= toMs; ms += step) {
      marks.add(
          new Mark(ms, ZonedDateTime.ofInstant(Instant.ofEpochMilli(ms), zone).format(format)));
    }
    return marks;
  }

  private long step(int most) {
    for (long step : STEPS) {
      if (spanMs() / step <= most) {
        return step;
      }
    }
    return Math.ceilDiv(spanMs() / most, 86_400_000) * 86_400_000;
  }

  /** The same span moved by a share of itself; positive is later. */
  TimeScale moved(double share) {
    long by = Math.round(spanMs() * share);
    return new TimeScale(fromMs + by, toMs + by);
  }

  /**
   * A narrower or wider span.
   *
   * @param factor below 1: closer
   * @param fixed share of the span that stays where it is
   */
  TimeScale zoomed(double factor, double fixed) {
    long span = Math.clamp(Math.round(spanMs() * factor), 2_000, 7 * 86_400_000L);
    long pivot = at(fixed);
    long from = pivot - Math.round(span * fixed);
    return new TimeScale(from, from + span);
  }
}
