package dev.plantwright.sql.row;

/** A compiled expression. */
@FunctionalInterface
public interface Evaluator {
  /**
   * Its value for the present row of the frame: null, Boolean, Long, Double, String, byte[], List
   * or Map.
   *
   * @throws dev.plantwright.sql.value.SqlError when the row cannot be evaluated
   */
  Object evaluate(Frame frame);
}
