package dev.plantwright.launcher.headless;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells alarms that are raised from alarms that go on: a rule repeats its message while its
 * condition holds. Confined to one thread.
 */
final class Alarms {
  /** A silence longer than this ends an alarm. */
  private static final long QUIET_MS = 5_000;

  private final Map<String, Long> last = new LinkedHashMap<>();
  private final Map<String, Integer> raised = new LinkedHashMap<>();

  /** True when it was not on. */
  boolean isNew(Alarm alarm) {
    Long before = last.put(alarm.topic(), alarm.atMs());
    boolean fresh = before == null || alarm.atMs() - before > QUIET_MS;
    if (fresh) {
      raised.merge(alarm.name(), 1, Integer::sum);
    }
    return fresh;
  }

  /** How often each was raised, by name, in the order of the first time. */
  Map<String, Integer> raised() {
    return raised;
  }
}
