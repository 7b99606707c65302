package dev.plantwright.sql.window;

import dev.plantwright.sql.function.CallContext.WindowRange;
import dev.plantwright.sql.row.Gathering;
import dev.plantwright.sql.row.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** {@code HOPPINGWINDOW} in processing time: every hop, the rows of the last length. */
public final class HoppingWindow implements Window {
  private final long length;
  private final long hop;
  private final WindowReceiver receiver;
  private final Deque<Row> rows = new ArrayDeque<>();
  private long lastEnd;
  private long end;

  public HoppingWindow(long start, long firstEnd, long length, long hop, WindowReceiver receiver) {
    this.lastEnd = start;
    this.end = firstEnd;
    this.length = length;
    this.hop = hop;
    this.receiver = receiver;
  }

  @Override
  public void add(Row row) {
    rows.add(row);
  }

  @Override
  public void advanceTo(long time) {
    while (end <= time) {
      fire();
    }
  }

  private void fire() {
    while (!rows.isEmpty() && rows.peek().timestamp() < end - length) {
      rows.remove();
    }
    Gathering gathering = receiver.begin();
    rows.forEach(gathering::add);
    WindowRange range = new WindowRange(lastEnd - hop, end);
    lastEnd = end;
    end += hop;
    receiver.fired(gathering, range);
  }

  @Override
  public OptionalLong nextWake() {
    return OptionalLong.of(end);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
