package dev.plantwright.sql.row;

import dev.plantwright.sql.function.CallContext.WindowRange;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the first row of each group and what its aggregates have seen so far. */
public final class GroupGathering implements Gathering {
  private final Grouping grouping;
  private final Frame frame;
  private final Map<String, Row> groups = new LinkedHashMap<>();
  private SqlError error;

  public GroupGathering(Grouping grouping, Frame frame) {
    this.grouping = grouping;
    this.frame = frame;
  }

  /**
   * How rows are grouped.
   *
   * @param keys empty: all rows are one group
   * @param columns number of decoded columns
   * @param aggregates in the order of their slots
   */
  public record Grouping(List<Evaluator> keys, int columns, List<AggregateSlot> aggregates) {}

  @Override
  public void add(Row row) {
    if (error != null) {
      return;
    }
    try {
      String key = key(row);
      Row group = groups.computeIfAbsent(key, k -> begin(row));
      for (AggregateSlot aggregate : grouping.aggregates()) {
        ((AggregateSlot.State) group.raw(aggregate.slot())).add(aggregate, frame.with(row));
      }
    } catch (SqlError e) {
      error = e;
    }
  }

  private String key(Row row) {
    List<Evaluator> keys = grouping.keys();
    if (keys.isEmpty()) {
      return "";
    }
    frame.with(row);
    StringBuilder key = new StringBuilder();
    for (Evaluator part : keys) {
      key.append(GoText.of(part.evaluate(frame))).append(',');
    }
    return key.toString();
  }

  private Row begin(Row first) {
    Row group = first.copy(grouping.columns());
    for (AggregateSlot aggregate : grouping.aggregates()) {
      group.set(aggregate.slot(), aggregate.begin());
    }
    return group;
  }

  @Override
  public Optional<Batch> finish(WindowRange range) {
    if (error != null) {
      throw error;
    }
    return Optional.of(new Batch(new ArrayList<>(groups.values()), range));
  }
}
