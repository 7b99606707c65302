package dev.plantwright.sql.run;

import dev.plantwright.sql.row.OutputRow;
import java.util.List;

/** Takes what a run gives, on the run's thread. */
public interface Output {
  /**
   * One emission: one row for each row of a stream, or all rows of a window (perhaps none).
   *
   * @param rows not changed afterwards
   */
  void emitted(List<OutputRow> rows);

  /** A row or window was dropped because it could not be evaluated. */
  void failed(String operator, String message);
}
