package dev.plantwright.plugins.simulation;

import dev.plantwright.sites.simulator.Device;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many requests a device gets a second, over the last seconds. */
final class RequestRate {
  private static final long OVER_MS = 4_000;

  private record At(long ms, long requests) {}

  private final Deque<At> seen = new ArrayDeque<>();
  private String device = "";

  /** Notes what the device counted; a restarted or another device starts anew. */
  double add(Device counted, long nowMs) {
    boolean another = !counted.id().equals(device);
    if (another || !seen.isEmpty() && counted.requests() < seen.getLast().requests()) {
      seen.clear();
      device = counted.id();
    }
    seen.addLast(new At(nowMs, counted.requests()));
    while (seen.size() > 2 && seen.getFirst().ms() < nowMs - OVER_MS) {
      seen.removeFirst();
    }
    At first = seen.getFirst();
    long ms = nowMs - first.ms();
    return ms <= 0 ? 0 : (counted.requests() - first.requests()) * 1000.0 / ms;
  }
}
