package dev.plantwright.shell.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what answers a query in order, best first. */
final class Ranking {
  /** An entry with the letters found in title and detail. */
  record Hit(Entry entry, int score, int[] titleLetters, int[] detailLetters) {}

  private static final int NONE = 0;
  private static final int RECENT = 40;
  private static final int DETAIL = 300;

  private Ranking() {}

  /** At most {@code limit} hits; of equal ones those used recently first. */
  static List<Hit> rank(String typed, Stream<Entry> entries, List<String> recent, int limit) {
    return entries
        .flatMap(e -> hit(typed, e, recent).stream())
        .sorted(Comparator.comparingInt(Hit::score).reversed())
        .limit(limit)
        .toList();
  }

  private static Optional<Hit> hit(String typed, Entry entry, List<String> recent) {
    int used = recent.indexOf(entry.id());
    int bonus = used < 0 ? NONE : RECENT - used;
    Optional<Match> title = Match.of(typed, entry.title());
    if (title.isPresent()) {
      Match match = title.get();
      return Optional.of(new Hit(entry, match.score() + bonus, match.letters(), new int[0]));
    }
    return Match.of(typed, entry.detail())
        .map(m -> new Hit(entry, m.score() + bonus - DETAIL, new int[0], m.letters()));
  }

  /** The word among the titles nearest to what was typed, when it is at most two letters off. */
  static Optional<String> didYouMean(String typed, Stream<Entry> entries) {
    String query = typed.strip().toLowerCase(Locale.ROOT);
    if (query.length() < 3) {
      return Optional.empty();
    }
    List<String> words =
        new ArrayList<>(
            entries
                .flatMap(e -> Stream.of(e.title().toLowerCase(Locale.ROOT).split("[^\\p{Alnum}]+")))
                .distinct()
                .toList());
    return words.stream()
        .filter(w -> Math.abs(w.length() - query.length()) <= 2)
        .filter(w -> distance(query, w) <= 2)
        .min(Comparator.<String>comparingInt(w -> distance(query, w)).thenComparing(w -> w));
  }

  /** Letters to change, add, remove or swap with their neighbour. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
