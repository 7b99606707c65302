package dev.plantwright.shell.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a text answers what was typed.
 *
 * @param score higher is better
 * @param letters places of the found letters in the text, ascending
 */
record Match(int score, int[] letters) {
  private static final int PREFIX = 400;
  private static final int WORD = 300;
  private static final int HUMPS = 250;
  private static final int INSIDE = 200;

  /** All words typed must be found, by substring or by the first letters of words. */
  static Optional<Match> of(String typed, String text) {
    String query = typed.strip().toLowerCase(Locale.ROOT);
    if (query.isEmpty()) {
      return Optional.of(new Match(0, new int[0]));
    }
    Optional<Match> whole = find(query, text);
    if (whole.isPresent() || !query.contains(" ")) {
      return whole;
    }
    int score = Integer.MAX_VALUE;
    List<Integer> letters = new ArrayList<>();
    for (String word : query.split("\\s+")) {
      Optional<Match> match = find(word, text);
      if (match.isEmpty()) {
        return Optional.empty();
      }
      score = Math.min(score, match.get().score());
      Arrays.stream(match.get().letters()).forEach(letters::add);
    }
    return Optional.of(
        new Match(score, letters.stream().mapToInt(i -> i).sorted().distinct().toArray()));
  }

  private static Optional<Match> find(String word, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int best = -1;
    int score = 0;
    for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      int here = at == 0 ? PREFIX : startsWord(text, at) ? WORD : INSIDE;
      if (here > score) {
        best = at;
        score = here;
      }
    }
    if (best >= 0) {
      int[] letters = new int[word.length()];
      Arrays.setAll(letters, new Offset(best));
      return Optional.of(new Match(score - Math.min(99, text.length() - word.length()), letters));
    }
    return humps(word, text);
  }

  private record Offset(int from) implements java.util.function.IntUnaryOperator {
    @Override
    public int applyAsInt(int index) {
      return from + index;
    }
  }

  /** {@code dc} finds Deploy Changes, {@code opt} finds over_product_temp. */
  private static Optional<Match> humps(String word, String text) {
    int[] letters = new int[word.length()];
    int found = 0;
    for (int i = 0; i < text.length() && found < word.length(); i++) {
      boolean follows = found > 0 && letters[found - 1] == i - 1;
      boolean fits = Character.toLowerCase(text.charAt(i)) == word.charAt(found);
      if (fits && (follows || startsWord(text, i))) {
        letters[found++] = i;
      }
    }
    return found == word.length() && found > 1
        ? Optional.of(new Match(HUMPS - Math.min(99, text.length()), letters))
        : Optional.empty();
  }

  private static boolean startsWord(String text, int at) {
    if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
      return true;
    }
    return Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
  }
}
