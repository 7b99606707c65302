package dev.plantwright.sql.row;

import dev.plantwright.sql.function.CallContext.WindowRange;
import dev.plantwright.sql.value.SqlError;
import java.util.Optional;

/** Lets through the rows of a window for which a condition is true; none: no window. */
public final class FilteredGathering implements Gathering {
  private final Condition condition;
  private final Frame frame;
  private final Gathering inner;
  private boolean any;
  private SqlError error;

  public FilteredGathering(Condition condition, Frame frame, Gathering inner) {
    this.condition = condition;
    this.frame = frame;
    this.inner = inner;
  }

  @Override
  public void add(Row row) {
    try {
      if (error == null && condition.test(frame.with(row))) {
        any = true;
        inner.add(row);
      }
    } catch (SqlError e) {
      error = e;
    }
  }

  @Override
  public Optional<Batch> finish(WindowRange range) {
    if (error != null) {
      throw error;
    }
    return any ? inner.finish(range) : Optional.empty();
  }
}
