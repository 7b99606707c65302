package dev.plantwright.live;

import java.util.Arrays;

/**
 * The namespace as a trie of rows in primitive columns: row 0 is the root, a parent always has a
 * smaller number than its children, rows are only added. One thread adds; any thread may read the
 * rows below {@link #size}.
 */
final class Tree {
  static final int NONE = -1;
  static final int ROOT = 0;

  /** A topic with more levels has the rest in its last one. */
  static final int MAX_LEVELS = 64;

  /** Longer texts are cut in the row; the message itself is kept whole. */
  static final int MAX_TEXT = 200;

  private final int maxRows;
  private volatile Page[] pages = {new Page()};
  private volatile int size;
  private volatile int[] index = new int[1 << 10];
  private volatile long refused;

  Tree(int maxRows) {
    this.maxRows = maxRows;
    Arrays.fill(index, NONE);
    set(ROOT, NONE, "", false);
    size = 1;
  }

  int size() {
    return size;
  }

  /** How often a row could not be added because there are too many. */
  long refused() {
    return refused;
  }

  Page page(int row) {
    return pages[row >> Page.SHIFT];
  }

  String name(int row) {
    return page(row).name[row & Page.MASK];
  }

  int parent(int row) {
    return page(row).parent[row & Page.MASK];
  }

  boolean isMember(int row) {
    return page(row).member[row & Page.MASK];
  }

  /** The row of a topic, or {@link #NONE}; any thread. */
  int find(String topic) {
    return walk(topic, false);
  }

  /** The row of a topic, made if need be; {@link #NONE} if there are too many rows. */
  int topic(String topic) {
    return walk(topic, true);
  }

  /** The row of a member below a topic or member, made if need be; {@link #NONE} when full. */
  int member(int parent, String name) {
    int found = child(parent, true, name, 0, name.length(), name.hashCode());
    return found != NONE ? found : add(parent, name, true);
  }

  /** The row of a member, or {@link #NONE}; any thread. */
  int findMember(int parent, String name) {
    return child(parent, true, name, 0, name.length(), name.hashCode());
  }

  static double perSecond(float meanMs, long sinceMs) {
    if (!(meanMs >= 0)) {
      return 0;
    }
    double distance = Math.max(meanMs, 0.001);
    return sinceMs > Math.max(1000, 3 * distance) ? 0 : 1000 / distance;
  }

  private int walk(String topic, boolean make) {
    int row = ROOT;
    int start = 0;
    for (int level = 1; ; level++) {
      int slash = level == MAX_LEVELS ? -1 : topic.indexOf('/', start);
      int end = slash < 0 ? topic.length() : slash;
      int next = child(row, false, topic, start, end, hash(topic, start, end));
      if (next == NONE && make) {
        next = add(row, topic.substring(start, end), false);
      }
      if (next == NONE || slash < 0) {
        return next;
      }
      row = next;
      start = slash + 1;
    }
  }

  /**
   * Any thread: a place holds a row before {@link #size} says so, and a row that is not yet counted
   * is not looked at. A reader that meets one may miss a row just added behind it, for this time.
   */
  private int child(int parent, boolean member, String text, int start, int end, int hash) {
    int[] slots = index;
    int mask = slots.length - 1;
    for (int at = spread(parent, member, hash) & mask; ; at = (at + 1) & mask) {
      int row = slots[at];
      if (row == NONE || row >= size) {
        return NONE;
      }
      if (is(row, parent, member, text, start, end)) {
        return row;
      }
    }
  }

  private boolean is(int row, int parent, boolean member, String text, int start, int end) {
    Page page = page(row);
    int i = row & Page.MASK;
    String name = page.name[i];
    return page.parent[i] == parent
        && page.member[i] == member
        && name.length() == end - start
        && text.startsWith(name, start);
  }

  private int add(int parent, String name, boolean member) {
    int row = size;
    if (row >= maxRows) {
      refused = refused + 1;
      return NONE;
    }
    if (row >> Page.SHIFT == pages.length) {
      Page[] grown = Arrays.copyOf(pages, pages.length + 1);
      grown[pages.length] = new Page();
      pages = grown;
    }
    if (row * 2 > index.length) {
      grow();
    }
    set(row, parent, name, member);
    place(index, row);
    size = row + 1;
    return row;
  }

  private void set(int row, int parent, String name, boolean member) {
    Page page = page(row);
    int i = row & Page.MASK;
    page.name[i] = name;
    page.parent[i] = parent;
    page.member[i] = member;
  }

  private void grow() {
    int[] grown = new int[index.length * 2];
    Arrays.fill(grown, NONE);
    for (int row = 1; row < size; row++) {
      place(grown, row);
    }
    index = grown;
  }

  private void place(int[] slots, int row) {
    int mask = slots.length - 1;
    int at = spread(parent(row), isMember(row), name(row).hashCode()) & mask;
    while (slots[at] != NONE) {
      at = (at + 1) & mask;
    }
    slots[at] = row;
  }

  /** The same number as {@link String#hashCode} of the part. */
  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  private static int spread(int parent, boolean member, int hash) {
    int mixed = (parent * 0x9E3779B9 + hash) * 0x85EBCA6B + (member ? 0x27D4EB2F : 0);
    return mixed ^ mixed >>> 15;
  }
}
