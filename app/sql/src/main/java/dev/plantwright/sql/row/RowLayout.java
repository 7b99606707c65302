package dev.plantwright.sql.row;

import dev.plantwright.sql.ast.ColumnDefinition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which members of a message become which slots of a row.
 *
 * @param columns names of the decoded columns, in the order of their slots
 * @param width number of slots, with those beyond the columns
 * @param whole also keep all members
 * @param schema declared columns; empty when there is no schema
 */
public record RowLayout(
    List<String> columns, int width, boolean whole, List<ColumnDefinition> schema) {

  /** Slot by name, for a decoder to keep. */
  public Map<String, Integer> slots() {
    Map<String, Integer> slots = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      slots.put(columns.get(i), i);
    }
    return slots;
  }

  /** A row's slots before anything is decoded. */
  public Object[] empty() {
    Object[] values = new Object[width];
    Arrays.fill(values, 0, columns.size(), Row.MISSING);
    Arrays.fill(values, columns.size(), width, Row.PENDING);
    return values;
  }

  /** A row from members that need no decoding, as between rules. */
  public Row row(Map<String, Object> members, long timestamp, Map<String, Object> metadata) {
    Object[] values = empty();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      if (members.containsKey(name)) {
        values[i] = members.get(name);
      }
    }
    return new Row(values, whole ? members : null, timestamp, metadata);
  }

  public Optional<ColumnDefinition> declared(String name) {
    return schema.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
