package dev.plantwright.live.rows;

import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Meanings;
import java.util.Arrays;

/** What the plant says of each row, looked up once; confined to the reader. */
final class MeaningCache {
  private final Live live;
  private Meanings from;
  private Meaning[] known = new Meaning[64];

  MeaningCache(Live live) {
    this.live = live;
    this.from = live.meanings();
  }

  Meaning of(int row) {
    if (from != live.meanings()) {
      from = live.meanings();
      Arrays.fill(known, null);
    }
    if (row >= known.length) {
      known = Arrays.copyOf(known, Math.max(row + 1, 2 * known.length));
    }
    if (known[row] == null) {
      known[row] = from.of(live.latest().path(row));
    }
    return known[row];
  }
}
