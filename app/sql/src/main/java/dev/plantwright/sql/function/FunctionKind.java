package dev.plantwright.sql.function;

/** What a function is evaluated on. */
public enum FunctionKind {
  /** One row. */
  SCALAR,
  /** All rows of a group. */
  AGGREGATE,
  /** The rows of a stream one after the other, with a memory. */
  ANALYTIC,
  /** The place of a row in its collection. */
  WINDOW,
  /** Gives rows. */
  SET_RETURNING,
  /** Gives columns. */
  COLUMNS
}
