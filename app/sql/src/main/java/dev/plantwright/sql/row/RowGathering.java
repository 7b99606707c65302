package dev.plantwright.sql.row;

import dev.plantwright.sql.function.CallContext.WindowRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps every row. */
public final class RowGathering implements Gathering {
  private final List<Row> rows = new ArrayList<>();

  @Override
  public void add(Row row) {
    rows.add(row);
  }

  @Override
  public Optional<Batch> finish(WindowRange range) {
    return Optional.of(new Batch(rows, range));
  }
}
