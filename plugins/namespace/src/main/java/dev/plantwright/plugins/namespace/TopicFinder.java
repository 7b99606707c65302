package dev.plantwright.plugins.namespace;

import dev.plantwright.api.Finder;
import dev.plantwright.api.Workbench;
import dev.plantwright.live.Format;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Finds value rows by words of their path for Quick Access. */
final class TopicFinder {
  private static final int MOST = 50;

  /** Names are compared for so long at most; Quick Access waits for the answer. */
  private static final long BUDGET_NANOS = 4_000_000;

  private final IntConsumer reveal;

  TopicFinder(IntConsumer reveal) {
    this.reveal = reveal;
  }

  Finder finder() {
    return new Finder("topic", "mdi2t-tag-outline", this::find);
  }

  private List<Finder.Found> find(String words, Workbench workbench) {
    String[] parts = words.strip().split("\\s+");
    if (words.isBlank()) {
      return List.of();
    }
    Latest latest = workbench.live().latest();
    List<Integer> rows = new ArrayList<>();
    long end = System.nanoTime() + BUDGET_NANOS;
    for (int row = 1; row < latest.size() && rows.size() < MOST; row++) {
      if ((row & 255) == 0 && System.nanoTime() > end) {
        break;
      }
      if (latest.isValue(row) && matches(latest, row, parts)) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparingInt(row -> rank(latest.name(row), parts[0])));
    return rows.stream().map(row -> found(workbench, row)).toList();
  }

  private static boolean matches(Latest latest, int row, String[] parts) {
    String last = parts[parts.length - 1];
    String name = latest.name(row).toLowerCase(Locale.ROOT);
    if (parts.length == 1 && name.contains(last)) {
      return true;
    }
    String path = latest.path(row).toLowerCase(Locale.ROOT);
    for (String part : parts) {
      if (!path.contains(part)) {
        return false;
      }
    }
    return true;
  }

  private static int rank(String name, String word) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(word) ? 0 : lower.startsWith(word) ? 1 : lower.contains(word) ? 2 : 3;
  }

  private Finder.Found found(Workbench workbench, int row) {
    Live live = workbench.live();
    String path = live.latest().path(row);
    Meaning meaning = live.meanings().of(path);
    String value = meaning.show(live.latest().read(row).value());
    String detail = value.equals(Format.NOTHING) ? "" : (value + " " + meaning.unit()).strip();
    return new Finder.Found(
        path,
        detail,
        () -> {
          workbench.show("namespace");
          reveal.accept(row);
        });
  }
}
