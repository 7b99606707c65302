package dev.plantwright.sql.window;

import dev.plantwright.sql.function.CallContext.WindowRange;
import dev.plantwright.sql.row.Gathering;
import dev.plantwright.sql.row.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** {@code COUNTWINDOW}: after every few rows, the last so many of them. */
public final class CountWindow implements Window {
  private final long count;
  private final long interval;
  private final WindowReceiver receiver;
  private final Deque<Row> rows = new ArrayDeque<>();
  private long sinceLast;
  private long lastEnd;

  /**
   * A window.
   *
   * @param count of rows in a window
   * @param interval of rows between windows; below 1: every row
   */
  public CountWindow(long start, long count, long interval, WindowReceiver receiver) {
    this.lastEnd = start;
    this.count = count;
    this.interval = interval;
    this.receiver = receiver;
  }

  @Override
  public void add(Row row) {
    rows.add(row);
    if (rows.size() > count) {
      rows.remove();
    }
    if (++sinceLast >= interval) {
      sinceLast = 0;
      if (rows.size() >= count) {
        fire(row.timestamp());
      }
    }
  }

  private void fire(long time) {
    Gathering gathering = receiver.begin();
    rows.forEach(gathering::add);
    WindowRange range = new WindowRange(lastEnd, time);
    lastEnd = time;
    receiver.fired(gathering, range);
  }

  @Override
  public void advanceTo(long time) {}

  @Override
  public OptionalLong nextWake() {
    return OptionalLong.empty();
  }

  @Override
  public int size() {
    return rows.size();
  }
}
