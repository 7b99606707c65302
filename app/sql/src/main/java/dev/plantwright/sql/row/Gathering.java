package dev.plantwright.sql.row;

import dev.plantwright.sql.function.CallContext.WindowRange;
import java.util.Optional;

/** Collects the rows of one window: all of them, or what is left of each group. */
public interface Gathering {
  void add(Row row);

  /**
   * Ends the collection.
   *
   * @return empty when the window gives nothing
   * @throws dev.plantwright.sql.value.SqlError when one of its rows could not be evaluated
   */
  Optional<Batch> finish(WindowRange range);
}
