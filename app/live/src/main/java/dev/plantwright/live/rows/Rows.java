package dev.plantwright.live.rows;

import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Reading;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The namespace as a flat list of visible rows, for a control that draws only what it shows. What
 * is read of a row is what it is at that moment; the list itself changes only in {@link #refresh}
 * and when the user opens, closes or filters. Confined to one thread, the FX thread.
 */
public final class Rows {
  /** While there are fewer rows than this, new branches are open. */
  public static final int OPEN_AT_FIRST = 400;

  /** Of the time, at most this share is spent on counting. */
  private static final int COUNTING_SHARE = 20;

  private final Live live;
  private final Latest latest;
  private final Children children;
  private final MeaningCache meanings;
  private final Census census;
  private final BitSet open = new BitSet();
  private final BitSet closedAmongMatches = new BitSet();
  private final Set<String> toOpen = new HashSet<>();
  private Query query = Query.NONE;
  private boolean onlyMatches;
  private int known = 1;
  private int[] visible = new int[64];
  private byte[] depths = new byte[64];
  private int size;
  private long countedVersion = -1;
  private long countedMs;
  private long countingNanos;
  private long nowMs;
  private boolean changed;

  public Rows(Live live) {
    this.live = live;
    this.latest = live.latest();
    this.children = new Children(latest);
    this.meanings = new MeaningCache(live);
    this.census = new Census(live, meanings);
    this.nowMs = live.nowMs();
    open.set(Latest.ROOT);
  }

  /**
   * Takes in what came since the last call; once a frame.
   *
   * @return whether the list of visible rows became another
   */
  public boolean refresh() {
    nowMs = live.nowMs();
    int rows = latest.size();
    if (rows > known) {
      takeIn(rows);
    }
    if (changed || toBeCounted()) {
      count();
    }
    boolean other = changed;
    if (changed) {
      flatten();
    }
    return other;
  }

  /** Looks for something else; the list follows with the next {@link #refresh}. */
  public void query(Query newQuery) {
    query = newQuery;
    census.query(newQuery);
    closedAmongMatches.clear();
    changed = true;
  }

  public Query query() {
    return query;
  }

  /** Whether rows that do not match, and have none below that match, are left out. */
  public void onlyMatches(boolean only) {
    onlyMatches = only;
    closedAmongMatches.clear();
    changed = true;
  }

  public boolean onlyMatches() {
    return onlyMatches;
  }

  /** How many rows are visible. */
  public int size() {
    return size;
  }

  /** The handle of a visible row. */
  public int handle(int index) {
    return visible[index];
  }

  /** A visible row as it is now. */
  public Row get(int index) {
    return row(visible[index], depths[index]);
  }

  /** A row by its handle as it is now, visible or not. */
  public Row row(int handle) {
    int depth = 0;
    for (int at = latest.parent(handle); at > Latest.ROOT; at = latest.parent(at)) {
      depth++;
    }
    return row(handle, depth);
  }

  private Row row(int row, int depth) {
    Reading reading = latest.read(row);
    Meaning meaning = meanings.of(row);
    boolean value = reading.kind() == Reading.Kind.VALUE;
    return new Row(
        row,
        depth,
        latest.name(row),
        children.count(row) > 0,
        isOpen(row),
        reading,
        meaning,
        Quality.of(reading, meaning, live.source(), nowMs),
        census.topics(row),
        value ? reading.perSecond(nowMs) : census.perSecond(row),
        value ? reading.valueMs() : census.newestMs(row),
        census.isMatch(row),
        census.matches(row));
  }

  /** The time that the ages of this frame are measured against. */
  public long nowMs() {
    return nowMs;
  }

  /** Where a row is visible, or -1. */
  public int indexOf(int row) {
    for (int i = 0; i < size; i++) {
      if (visible[i] == row) {
        return i;
      }
    }
    return -1;
  }

  /** Value rows in all. */
  public int topics() {
    return census.topics(Latest.ROOT);
  }

  /** Value rows that match. */
  public int matches() {
    return census.matches(Latest.ROOT);
  }

  public void expand(int row) {
    setOpen(row, true);
  }

  public void collapse(int row) {
    setOpen(row, false);
  }

  /** Opens or closes a row and all below it. */
  public void expandAll(int row, boolean opened) {
    setOpen(row, opened || row == Latest.ROOT);
    int[] below = children.of(row);
    for (int i = 0; i < children.count(row); i++) {
      if (children.count(below[i]) > 0) {
        expandAll(below[i], opened);
      }
    }
  }

  /** Opens what is above a row, so that it is visible after the next {@link #refresh}. */
  public void reveal(int row) {
    for (int above = latest.parent(row); above > Latest.ROOT; above = latest.parent(above)) {
      setOpen(above, true);
    }
  }

  /** The next row that matches, after (or before) a row in the order of the tree, going round. */
  public OptionalInt nextMatch(int from, boolean forward) {
    int[] order = new int[matches()];
    int count = collect(Latest.ROOT, order, 0);
    if (count == 0) {
      return OptionalInt.empty();
    }
    int[] sorted = Arrays.copyOf(order, count);
    for (int i = 0; i < count; i++) {
      if (sorted[i] == from) {
        return OptionalInt.of(sorted[Math.floorMod(i + (forward ? 1 : -1), count)]);
      }
    }
    return OptionalInt.of(forward ? afterUnmatched(from, sorted) : sorted[count - 1]);
  }

  /** The paths of the open branches, to be given to {@link #open} another time. */
  public List<String> open() {
    return open.stream().filter(row -> row > 0).limit(1_000).mapToObj(latest::path).toList();
  }

  /** Opens these paths and no others, now or when they come. */
  public void open(Collection<String> paths) {
    open.clear();
    open.set(Latest.ROOT);
    toOpen.addAll(paths);
    toOpen.add("");
    for (int row = 1; row < known; row++) {
      open.set(row, toOpen.contains(latest.path(row)));
    }
    changed = true;
  }

  private int afterUnmatched(int from, int[] matches) {
    int index = indexOf(from);
    for (int i = Math.max(0, index); i < size; i++) {
      for (int match : matches) {
        if (visible[i] == match) {
          return match;
        }
      }
    }
    return matches[0];
  }

  private int collect(int row, int[] into, int count) {
    int found = count;
    if (census.isMatch(row) && found < into.length) {
      into[found++] = row;
    }
    if (census.matches(row) > 0) {
      int[] below = children.of(row);
      for (int i = 0; i < children.count(row); i++) {
        found = collect(below[i], into, found);
      }
    }
    return found;
  }

  private void takeIn(int rows) {
    for (int row = known; row < rows; row++) {
      children.add(row);
      boolean opened = toOpen.isEmpty() ? row < OPEN_AT_FIRST : toOpen.contains(latest.path(row));
      open.set(row, opened);
    }
    known = rows;
    changed = true;
  }

  private boolean toBeCounted() {
    long sinceMs = Math.abs(nowMs - countedMs);
    return latest.version() != countedVersion
            && sinceMs * 1_000_000 >= COUNTING_SHARE * countingNanos
        || sinceMs >= 1_000;
  }

  private void count() {
    long begin = System.nanoTime();
    long before = census.fingerprint();
    countedVersion = latest.version();
    countedMs = nowMs;
    census.count(known, nowMs);
    changed |= onlyMatches && !query.isEmpty() && before != census.fingerprint();
    countingNanos = System.nanoTime() - begin;
  }

  private boolean filtered() {
    return onlyMatches && !query.isEmpty();
  }

  private boolean isOpen(int row) {
    return filtered() ? !closedAmongMatches.get(row) : open.get(row);
  }

  private void setOpen(int row, boolean opened) {
    if (filtered()) {
      closedAmongMatches.set(row, !opened);
    } else {
      open.set(row, opened);
    }
    changed = true;
  }

  private void flatten() {
    size = 0;
    changed = false;
    addBelow(Latest.ROOT, 0);
  }

  private void addBelow(int parent, int depth) {
    int[] below = children.of(parent);
    for (int i = 0; i < children.count(parent); i++) {
      int row = below[i];
      if (filtered() && !census.isMatch(row) && census.matches(row) == 0) {
        continue;
      }
      add(row, depth);
      if (children.count(row) > 0 && isOpen(row)) {
        addBelow(row, depth + 1);
      }
    }
  }

  private void add(int row, int depth) {
    if (size == visible.length) {
      visible = Arrays.copyOf(visible, 2 * size);
      depths = Arrays.copyOf(depths, 2 * size);
    }
    visible[size] = row;
    depths[size] = (byte) Math.min(depth, 100);
    size++;
  }
}
