package dev.plantwright.sql.window;

import dev.plantwright.sql.function.CallContext.WindowRange;
import dev.plantwright.sql.row.Gathering;
import dev.plantwright.sql.row.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** {@code SLIDINGWINDOW} without delay: with each row, the rows of the length before it. */
public final class SlidingWindow implements Window {
  private final long length;
  private final Predicate<Row> trigger;
  private final WindowReceiver receiver;
  private final Deque<Row> rows = new ArrayDeque<>();

  /**
   * A window.
   *
   * @param trigger rows for which it is false are only kept
   */
  public SlidingWindow(long length, Predicate<Row> trigger, WindowReceiver receiver) {
    this.length = length;
    this.trigger = trigger;
    this.receiver = receiver;
  }

  @Override
  public void add(Row row) {
    rows.add(row);
    long from = row.timestamp() - length;
    while (rows.peek().timestamp() < from) {
      rows.remove();
    }
    if (trigger.test(row)) {
      Gathering gathering = receiver.begin();
      rows.forEach(gathering::add);
      receiver.fired(gathering, new WindowRange(from, row.timestamp()));
    }
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
