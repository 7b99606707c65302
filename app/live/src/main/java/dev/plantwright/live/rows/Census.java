package dev.plantwright.live.rows;

import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is below each row: how many values, how often, how new, how many match. One pass from the
 * last row to the first, as parents have smaller numbers than their children. Confined to the
 * reader.
 */
final class Census {
  private final Live live;
  private final Latest latest;
  private final MeaningCache meanings;
  private Query query = Query.NONE;
  private List<String> words = List.of();
  private int size = 1;
  private int[] topics = new int[64];
  private int[] matches = new int[64];
  private float[] rates = new float[64];
  private long[] newest = new long[64];
  private boolean[] match = new boolean[64];
  private long[] found = new long[64];
  private int foundFor;
  private long fingerprint;

  Census(Live live, MeaningCache meanings) {
    this.live = live;
    this.latest = live.latest();
    this.meanings = meanings;
  }

  void query(Query newQuery) {
    query = newQuery;
    words = query.words();
    foundFor = 0;
    Arrays.fill(found, 0);
  }

  /** Counts anew, over as many rows as there are. */
  void count(int rows, long nowMs) {
    reserve(rows);
    findWords(rows);
    size = rows;
    fingerprint = 0;
    Arrays.fill(topics, 0, rows, 0);
    Arrays.fill(matches, 0, rows, 0);
    Arrays.fill(rates, 0, rows, 0);
    Arrays.fill(newest, 0, rows, 0);
    for (int row = rows - 1; row > 0; row--) {
      boolean value = latest.isValue(row);
      match[row] = value && matches(row, nowMs);
      if (match[row]) {
        fingerprint = fingerprint * 31 + row;
      }
      if (value) {
        rates[row] += (float) latest.perSecond(row, nowMs);
        newest[row] = Math.max(newest[row], latest.valueMs(row));
      }
      int parent = latest.parent(row);
      topics[parent] += topics[row] + (value ? 1 : 0);
      matches[parent] += matches[row] + (match[row] ? 1 : 0);
      rates[parent] += rates[row];
      newest[parent] = Math.max(newest[parent], newest[row]);
    }
  }

  int topics(int row) {
    return row < size ? topics[row] : 0;
  }

  int matches(int row) {
    return row < size ? matches[row] : 0;
  }

  boolean isMatch(int row) {
    return row < size && match[row];
  }

  double perSecond(int row) {
    return row < size ? rates[row] : 0;
  }

  long newestMs(int row) {
    return row < size ? newest[row] : 0;
  }

  /** Another number when (most probably) other rows match. */
  long fingerprint() {
    return fingerprint;
  }

  private boolean matches(int row, long nowMs) {
    if (query.isEmpty() || found[row] != all()) {
      return false;
    }
    if (!query.looksAtValues()) {
      return true;
    }
    Reading reading = latest.read(row);
    if (query.comparesValue()
        && (reading.trust() == Reading.Trust.BAD || !query.holds(reading.value()))) {
      return false;
    }
    return holdsOfMeaning(row, reading, nowMs);
  }

  private boolean holdsOfMeaning(int row, Reading reading, long nowMs) {
    for (Query.Term term : query.terms()) {
      boolean holds =
          switch (term) {
            case Query.Term.QualityIs(Quality.State state) ->
                Quality.of(reading, meanings.of(row), live.source(), nowMs).state() == state;
            case Query.Term.UnitIs(String unit) -> hasUnit(meanings.of(row), unit);
            case Query.Term.Word word -> true;
            case Query.Term.Compare compare -> true;
            case Query.Term.Reads reads -> true;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasUnit(Meaning meaning, String unit) {
    return meaning.unit().equalsIgnoreCase(unit);
  }

  /** Which words the path of each row contains: those of its parent and those of its own name. */
  private void findWords(int rows) {
    if (words.isEmpty()) {
      return;
    }
    boolean levels = words.stream().anyMatch(word -> word.contains("/"));
    found[0] = 0;
    for (int row = Math.max(1, foundFor); row < rows; row++) {
      String name = (levels ? latest.path(row) : latest.name(row)).toLowerCase(Locale.ROOT);
      long bits = found[latest.parent(row)];
      for (int w = 0; w < words.size() && w < Long.SIZE - 1; w++) {
        bits |= name.contains(words.get(w)) ? 1L << w : 0;
      }
      found[row] = bits;
    }
    foundFor = rows;
  }

  private long all() {
    return words.isEmpty() ? 0 : (1L << Math.min(words.size(), Long.SIZE - 1)) - 1;
  }

  private void reserve(int rows) {
    if (rows > topics.length) {
      int length = Math.max(rows, 2 * topics.length);
      topics = Arrays.copyOf(topics, length);
      matches = Arrays.copyOf(matches, length);
      rates = Arrays.copyOf(rates, length);
      newest = Arrays.copyOf(newest, length);
      match = Arrays.copyOf(match, length);
      found = Arrays.copyOf(found, length);
    }
  }
}
