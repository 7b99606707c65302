package dev.plantwright.live.rows;

import dev.plantwright.live.Latest;
import java.util.Arrays;
import java.util.BitSet;

/** The children of each row in the order to show them; confined to the reader. */
final class Children {
  private static final int[] NO_CHILDREN = {};

  private final Latest latest;
  private int[][] lists = new int[64][];
  private int[] counts = new int[64];
  private final BitSet unsorted = new BitSet();

  Children(Latest latest) {
    this.latest = latest;
  }

  /** Takes in a row that is new. */
  void add(int row) {
    int parent = latest.parent(row);
    if (row >= counts.length) {
      lists = Arrays.copyOf(lists, Math.max(row + 1, 2 * counts.length));
      counts = Arrays.copyOf(counts, lists.length);
    }
    int count = counts[parent];
    if (count == 0) {
      lists[parent] = new int[4];
    } else if (count == lists[parent].length) {
      lists[parent] = Arrays.copyOf(lists[parent], 2 * count);
    }
    lists[parent][count] = row;
    counts[parent] = count + 1;
    unsorted.set(parent);
  }

  int count(int row) {
    return row < counts.length ? counts[row] : 0;
  }

  /** Members in the order they came, then topics by name; only the first {@link #count} count. */
  int[] of(int row) {
    if (unsorted.get(row)) {
      unsorted.clear(row);
      sort(row);
    }
    return count(row) == 0 ? NO_CHILDREN : lists[row];
  }

  private void sort(int row) {
    Integer[] boxed = new Integer[counts[row]];
    Arrays.setAll(boxed, i -> lists[row][i]);
    Arrays.sort(boxed, this::order);
    for (int i = 0; i < boxed.length; i++) {
      lists[row][i] = boxed[i];
    }
  }

  private int order(int a, int b) {
    boolean member = latest.isMember(a);
    if (member != latest.isMember(b)) {
      return member ? -1 : 1;
    }
    return member ? Integer.compare(a, b) : NaturalOrder.compare(latest.name(a), latest.name(b));
  }
}
