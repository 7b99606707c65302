package dev.plantwright.plugins.charts;

import dev.plantwright.live.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A span in which lines have no data, and their names. */
record Silence(long fromMs, long toMs, Set<String> names) {
  /** The silences of the lines that are shown, those that overlap as one. */
  static List<Silence> of(List<Line> lines) {
    List<Silence> all = new ArrayList<>();
    lines.stream().filter(Line::visible).forEach(line -> collect(line, all));
    all.sort(Comparator.comparingLong(Silence::fromMs));
    List<Silence> merged = new ArrayList<>();
    for (Silence next : all) {
      if (!merged.isEmpty() && next.fromMs < merged.getLast().toMs) {
        merged.add(merged.removeLast().with(next));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  private static void collect(Line line, List<Silence> into) {
    Series.Buckets b = line.buckets();
    for (int i = 1; i < b.size(); i++) {
      if (b.startMs(i) - b.startMs(i - 1) > line.gapMs(b.startMs(i))) {
        long from = b.startMs(i - 1) + line.level().bucketMs();
        into.add(new Silence(from, b.startMs(i), Set.of(line.value().name())));
      }
    }
  }

  private Silence with(Silence other) {
    Set<String> both = new TreeSet<>(names);
    both.addAll(other.names);
    return new Silence(fromMs, Math.max(toMs, other.toMs), both);
  }

  String words() {
    return names.size() == 1 ? "no data: " + names.iterator().next() : "no data";
  }
}
