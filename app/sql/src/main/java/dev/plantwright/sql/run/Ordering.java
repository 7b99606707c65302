package dev.plantwright.sql.run;

import dev.plantwright.sql.row.Frame;
import dev.plantwright.sql.row.Row;
import dev.plantwright.sql.value.Comparison;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.util.ArrayList;
import java.util.List;

/** {@code ORDER BY}: nulls last in both directions, ties keep their order. */
final class Ordering {
  private final List<Program.Sort> sorts;

  Ordering(List<Program.Sort> sorts) {
    this.sorts = sorts;
  }

  private record Keyed(Row row, Object[] keys) {}

  List<Row> sorted(List<Row> rows, Frame frame) {
    List<Keyed> keyed = new ArrayList<>();
    for (Row row : rows) {
      Object[] keys = new Object[sorts.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = sorts.get(i).key().evaluate(frame.with(row));
      }
      keyed.add(new Keyed(row, keys));
    }
    checkKinds(keyed);
    keyed.sort(this::compare);
    return keyed.stream().map(Keyed::row).toList();
  }

  /** The first value that is not null decides what a key may be. */
  private void checkKinds(List<Keyed> rows) {
    for (int i = 0; i < sorts.size(); i++) {
      Object first = null;
      for (Keyed row : rows) {
        Object value = row.keys()[i];
        if (first == null) {
          first = value;
        } else if (value != null && !comparable(first, value)) {
          throw new SqlError(
              "incompatible types for comparison: %s and %s"
                  .formatted(GoText.typeName(first), GoText.typeName(value)));
        }
      }
    }
  }

  private static boolean comparable(Object a, Object b) {
    return Comparison.order(a, b).isPresent();
  }

  private int compare(Keyed a, Keyed b) {
    for (int i = 0; i < sorts.size(); i++) {
      int order = compare(a.keys()[i], b.keys()[i], sorts.get(i).descending());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(Object a, Object b, boolean descending) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    int order = Comparison.order(a, b).orElse(0);
    return descending ? -order : order;
  }
}
