package dev.plantwright.sql.window;

import dev.plantwright.sql.ast.TimeUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Windows start on natural time: every 10 s means :00, :10, :20 ... */
public final class Alignment {
  private Alignment() {}

  /**
   * When the first window that is open at a time ends.
   *
   * @param length in units, at least 1
   * @return milliseconds since 1970, never before {@code time}
   */
  public static long firstEnd(long time, ZoneId zone, TimeUnit unit, long length) {
    ZonedDateTime now = Instant.ofEpochMilli(time).atZone(zone);
    if (unit == TimeUnit.DD) {
      return millis(now.truncatedTo(ChronoUnit.DAYS).plusDays(length));
    }
    long base = millis(now.truncatedTo(enclosing(unit)));
    long field = now.get(field(unit));
    long gap = field <= length ? length : length * (field / length + 1);
    return base + gap * unit.milliseconds();
  }

  private static ChronoField field(TimeUnit unit) {
    return switch (unit) {
      case DD, HH -> ChronoField.HOUR_OF_DAY;
      case MI -> ChronoField.MINUTE_OF_HOUR;
      case SS -> ChronoField.SECOND_OF_MINUTE;
      case MS -> ChronoField.MILLI_OF_SECOND;
    };
  }

  private static ChronoUnit enclosing(TimeUnit unit) {
    return switch (unit) {
      case DD, HH -> ChronoUnit.DAYS;
      case MI -> ChronoUnit.HOURS;
      case SS -> ChronoUnit.MINUTES;
      case MS -> ChronoUnit.SECONDS;
    };
  }

  private static long millis(ZonedDateTime time) {
    return time.toInstant().toEpochMilli();
  }
}
