package dev.plantwright.sql.row;

import java.util.Map;

/**
 * One row on its way through a run; owned by the run that it was given to.
 *
 * <p>The slots are those of a {@link RowLayout}: decoded columns first, then what the plan keeps
 * beside them (aliases, aggregates).
 */
public final class Row {
  /** In the slot of a column that the message does not have. */
  public static final Object MISSING = new Object();

  /** In the slot of an alias that was not computed yet. */
  public static final Object PENDING = new Object();

  final Object[] values;
  final Map<String, Object> whole;
  private final long timestamp;
  private final Map<String, Object> metadata;

  /**
   * A row.
   *
   * @param values as wide as the layout; the slots beyond the columns are {@link #PENDING}
   * @param whole all members of the message when the layout asks for them, else null
   * @param timestamp milliseconds since 1970
   * @param metadata of the message, such as its topic; not changed afterwards
   */
  public Row(
      Object[] values, Map<String, Object> whole, long timestamp, Map<String, Object> metadata) {
    this.values = values;
    this.whole = whole;
    this.timestamp = timestamp;
    this.metadata = metadata;
  }

  public long timestamp() {
    return timestamp;
  }

  public Map<String, Object> metadata() {
    return metadata;
  }

  /** The value in a slot; null for a column that is not there. */
  public Object get(int slot) {
    Object value = values[slot];
    return value == MISSING ? null : value;
  }

  /** The value in a slot, or one of the two marks. */
  public Object raw(int slot) {
    return values[slot];
  }

  public void set(int slot, Object value) {
    values[slot] = value;
  }

  /** Members of the whole message; empty when the layout does not keep them. */
  public Map<String, Object> whole() {
    return whole == null ? Map.of() : whole;
  }

  /** A row with the same columns and its own further slots. */
  public Row copy(int columns) {
    Object[] copy = values.clone();
    java.util.Arrays.fill(copy, columns, copy.length, PENDING);
    return new Row(copy, whole, timestamp, metadata);
  }

  /** The same row at another time. */
  public Row at(long time) {
    return new Row(values, whole, time, metadata);
  }
}
