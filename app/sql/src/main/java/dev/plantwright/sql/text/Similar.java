package dev.plantwright.sql.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class Similar {
  private Similar() {}

  /** The candidate with the fewest edits, when they are few for its length. */
  public static Optional<String> to(String written, Collection<String> candidates) {
    int most = Math.max(1, written.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - written.length()) <= most)
        .map(candidate -> new Ranked(candidate, distance(written, candidate)))
        .filter(ranked -> ranked.distance() <= most)
        .min(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::name))
        .map(Ranked::name);
  }

  private record Ranked(String name, int distance) {}

  private static int distance(String a, String b) {
    String from = a.toLowerCase(java.util.Locale.ROOT);
    String to = b.toLowerCase(java.util.Locale.ROOT);
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] present = new int[to.length() + 1];
      present[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        present[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], present[j - 1]));
      }
      previous = present;
    }
    return previous[to.length()];
  }
}
