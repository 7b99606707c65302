package dev.plantwright.simulator.device;

import dev.plantwright.plant.simulation.ScheduledFault;
import dev.plantwright.plant.simulation.Seconds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Says which faults of a schedule are due. Confined to the thread of its device. */
final class FaultSchedule {
  private final List<Entry> entries = new ArrayList<>();
  private boolean begun;

  /**
   * What is due.
   *
   * @param until its end in simulated milliseconds
   */
  record Due(ScheduledFault fault, long until) {}

  private static final class Entry {
    final ScheduledFault fault;
    final RandomGenerator random;
    long next = Long.MAX_VALUE;

    Entry(ScheduledFault fault, RandomGenerator random) {
      this.fault = fault;
      this.random = random;
    }

    long millis(Seconds seconds) {
      double drawn =
          seconds.least() == seconds.most()
              ? seconds.least()
              : random.nextDouble(seconds.least(), seconds.most());
      return Math.round(drawn * 1000);
    }
  }

  FaultSchedule(List<ScheduledFault> faults, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    faults.forEach(fault -> entries.add(new Entry(fault, random.split())));
  }

  /** The first request came: from now on faults come. */
  void begin(long now) {
    if (!begun) {
      begun = true;
      entries.forEach(entry -> entry.next = now + entry.millis(entry.fault.after()));
    }
  }

  /** When the next fault is due; {@link Long#MAX_VALUE} if none is. */
  long next() {
    return entries.stream().mapToLong(entry -> entry.next).min().orElse(Long.MAX_VALUE);
  }

  /** Takes the faults that are due at a time; each comes once. */
  List<Due> due(long now) {
    List<Due> due = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.next <= now) {
        long until = entry.next + entry.millis(entry.fault.duration());
        due.add(new Due(entry.fault, until));
        boolean repeats = entry.fault.repeats();
        entry.next = repeats ? until + entry.millis(entry.fault.after()) : Long.MAX_VALUE;
      }
    }
    return due;
  }
}
