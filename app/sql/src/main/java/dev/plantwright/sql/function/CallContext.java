package dev.plantwright.sql.function;

import java.time.ZoneId;

/** What a call can know besides its arguments. */
public interface CallContext {
  /** Milliseconds since 1970, from the run's clock. */
  long now();

  ZoneId zone();

  String ruleId();

  /** When the run began, in milliseconds since 1970. */
  long ruleStart();

  /** Time of the present row in milliseconds since 1970. */
  long eventTime();

  /** Range of the present window; null outside of windows. */
  WindowRange window();

  /** Metadata of the present row's message; null when there is none of that name. */
  Object metadata(String name);

  /**
   * When a window began and ended, in milliseconds since 1970.
   *
   * @param end also when it was triggered
   */
  record WindowRange(long start, long end) {}
}
