package dev.plantwright.plugins.simulation;

import dev.plantwright.live.Value;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a point held in the last seconds. The gateway reads at moments of its own, so its value is
 * compared with all of them and not with the newest one.
 */
final class RecentValues {
  private static final int MOST = 64;

  private record At(long ms, Value value) {}

  private final Deque<At> values = new ArrayDeque<>();
  private long sinceMs = Long.MAX_VALUE;

  /** Notes a value and forgets what is older than {@code keepMs}. */
  void add(Value value, long nowMs, long keepMs) {
    sinceMs = Math.min(sinceMs, nowMs);
    values.addLast(new At(nowMs, value));
    while (values.size() > MOST || values.getFirst().ms() < nowMs - keepMs) {
      values.removeFirst();
    }
  }

  /** Whether it was looked at for so long that a difference means something. */
  boolean knownFor(long ms, long nowMs) {
    return nowMs - sinceMs >= ms;
  }

  /** Whether the point may have held this value: an equal text, or a number about as they were. */
  boolean explains(Value read) {
    double number = read.asNumber();
    if (Double.isNaN(number)) {
      return values.stream().anyMatch(v -> v.value().equals(read));
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (At at : values) {
      double held = at.value().asNumber();
      least = Math.min(least, held);
      greatest = Math.max(greatest, held);
    }
    // noise: two samples of the same moment differ by about as much as those of some seconds
    double slack = greatest - least + 1e-3 * Math.max(Math.abs(least), Math.abs(greatest));
    return number >= least - slack && number <= greatest + slack;
  }
}
