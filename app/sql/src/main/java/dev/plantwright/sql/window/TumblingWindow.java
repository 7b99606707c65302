package dev.plantwright.sql.window;

import dev.plantwright.sql.function.CallContext.WindowRange;
import dev.plantwright.sql.row.Gathering;
import dev.plantwright.sql.row.Row;
import java.util.OptionalLong;

/**
 * {@code TUMBLINGWINDOW} in processing time: each row in one window, empty windows fire too. Rows
 * are gathered as they come, so that a grouped window holds one row a group.
 */
public final class TumblingWindow implements Window {
  private final long length;
  private final WindowReceiver receiver;
  private long lastEnd;
  private long end;
  private int size;
  private Gathering gathering;

  /**
   * A window that is open.
   *
   * @param start when the run began
   * @param firstEnd when the first window ends
   * @param length of the windows after it, in milliseconds
   */
  public TumblingWindow(long start, long firstEnd, long length, WindowReceiver receiver) {
    this.lastEnd = start;
    this.end = firstEnd;
    this.length = length;
    this.receiver = receiver;
    this.gathering = receiver.begin();
  }

  @Override
  public void add(Row row) {
    gathering.add(row);
    size++;
  }

  @Override
  public void advanceTo(long time) {
    while (end <= time) {
      Gathering full = gathering;
      WindowRange range = new WindowRange(lastEnd, end);
      gathering = receiver.begin();
      lastEnd = end;
      end += length;
      size = 0;
      receiver.fired(full, range);
    }
  }

  @Override
  public OptionalLong nextWake() {
    return OptionalLong.of(end);
  }

  @Override
  public int size() {
    return size;
  }
}
