package dev.plantwright.plant.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {
  private static final int LONGEST = 60;

  private Nearest() {}

  /**
   * The candidate that differs least from a word, if it differs little: one typing mistake for
   * short words, a third of the letters at most.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    if (word.isBlank() || word.length() > LONGEST) {
      return Optional.empty();
    }
    int allowed = Math.min(Math.max(1, word.length() / 3), word.length() - 1);
    return candidates.stream()
        .filter(c -> c.length() <= LONGEST && distance(word, c) <= allowed)
        .min(Comparator.comparingInt((String c) -> distance(word, c)).thenComparing(c -> c));
  }

  /** {@code " Did you mean x?"} with a leading blank, or nothing. */
  public static String hint(String word, Collection<String> candidates) {
    return to(word, candidates).map(" Did you mean %s?"::formatted).orElse("");
  }

  /** Insertions, deletions, replacements and swaps of neighbours, upper and lower case alike. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cell(String a, String b, int[][] d, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
