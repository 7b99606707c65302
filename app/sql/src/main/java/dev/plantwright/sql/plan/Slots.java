package dev.plantwright.sql.plan;

import dev.plantwright.sql.row.AggregateSlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Gives out the slots of a plan's rows: columns first, then aliases, then aggregates. */
final class Slots {
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final int aliases;
  private final List<AggregateSlot> aggregates = new ArrayList<>();

  /**
   * Slots of a statement.
   *
   * @param columns all columns that it reads
   * @param aliases length of its select list
   */
  Slots(List<String> columns, int aliases) {
    columns.forEach(name -> this.columns.putIfAbsent(name, this.columns.size()));
    this.aliases = aliases;
  }

  List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** Empty for a column that is not decoded. */
  OptionalInt column(String name) {
    Integer slot = columns.get(name);
    return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
  }

  int alias(int field) {
    return columns.size() + field;
  }

  int nextAggregate() {
    return columns.size() + aliases + aggregates.size();
  }

  void add(AggregateSlot aggregate) {
    aggregates.add(aggregate);
  }

  List<AggregateSlot> aggregates() {
    return List.copyOf(aggregates);
  }

  int width() {
    return columns.size() + aliases + aggregates.size();
  }
}
