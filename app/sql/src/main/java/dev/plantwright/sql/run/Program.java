package dev.plantwright.sql.run;

import dev.plantwright.sql.row.Condition;
import dev.plantwright.sql.row.Evaluator;
import dev.plantwright.sql.row.GroupGathering.Grouping;
import dev.plantwright.sql.row.RowLayout;
import java.util.List;
import java.util.Optional;

/**
 * A compiled statement; immutable, shared by its runs.
 *
 * @param layout of the rows it takes
 * @param before rows for which it is not true go no further; with a window, rows that do not enter
 * @param window empty: row by row
 * @param after the same for the rows of a window when it fires
 * @param grouping empty: no aggregates and no keys
 * @param having groups for which it is not true are dropped
 * @param limit negative: none
 * @param operators names of the operators in the order of the flow, the last one is the project
 */
public record Program(
    RowLayout layout,
    Optional<Condition> before,
    Optional<WindowSpec> window,
    Optional<Condition> after,
    Optional<Grouping> grouping,
    Optional<Condition> having,
    List<Sort> order,
    Projection projection,
    long limit,
    List<String> operators) {

  /** One key of the order of an emission. */
  public record Sort(Evaluator key, boolean descending) {}

  /** Rows become groups: one result a group. */
  boolean isGrouped() {
    return grouping.isPresent();
  }
}
