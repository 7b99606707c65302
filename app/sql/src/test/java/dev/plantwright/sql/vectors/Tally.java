package dev.plantwright.sql.vectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts cases by kind against the list of what is not there yet. */
final class Tally {
  private final Set<String> listed = new HashSet<>();
  private final Map<String, int[]> byKind = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> unlisted = new ArrayList<>();

  Tally(String list) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Tally.class.getResourceAsStream(list), StandardCharsets.UTF_8))) {
      reader.lines().map(String::strip).filter(l -> !l.startsWith("#")).forEach(listed::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole kind that this build does not run. */
  boolean isKindListed(String kind) {
    return listed.contains("kind " + kind);
  }

  void notYetKind(String kind, int cases) {
    counts(kind)[2] += cases;
  }

  void add(String kind, String id, Outcome outcome) {
    boolean known = listed.contains(id);
    switch (outcome) {
      case Outcome.Passed() -> {
        counts(kind)[0]++;
        if (known) {
          complaints.add(id + " is listed as not yet, but passes: take it off the list");
        }
      }
      case Outcome.Failed(String why) when known -> counts(kind)[2]++;
      case Outcome.Failed(String why) -> {
        counts(kind)[1]++;
        complaints.add(id + ": " + why);
        unlisted.add(id);
      }
      case Outcome.NotApplicable() -> counts(kind)[3]++;
    }
  }

  private int[] counts(String kind) {
    return byKind.computeIfAbsent(kind, k -> new int[4]);
  }

  List<String> complaints() {
    return complaints;
  }

  List<String> unlisted() {
    return unlisted;
  }

  int passed() {
    return byKind.values().stream().mapToInt(c -> c[0]).sum();
  }

  /** One line a kind and the closing line. */
  List<String> report() {
    List<String> lines = new ArrayList<>();
    int[] sum = new int[4];
    Map<String, int[]> all = new HashMap<>(byKind);
    byKind.forEach(
        (kind, c) -> {
          lines.add(line("  " + kind, all.get(kind)));
          for (int i = 0; i < 4; i++) {
            sum[i] += c[i];
          }
        });
    int counted = sum[0] + sum[1] + sum[2];
    double share = counted == 0 ? 0 : 100.0 * sum[0] / counted;
    lines.add(line("vectors", sum) + ", " + "%.1f %%".formatted(share));
    return lines;
  }

  private static String line(String name, int[] c) {
    return "%s: %d passed, %d failed, %d not yet, %d not applicable"
        .formatted(name, c[0], c[1], c[2], c[3]);
  }
}
