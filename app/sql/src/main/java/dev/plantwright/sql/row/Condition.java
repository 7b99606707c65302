package dev.plantwright.sql.row;

import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;

/**
 * A compiled condition.
 *
 * @param nullIsFalse else a null is an error
 * @param prefix of the texts of errors, such as {@code run Where error: }
 */
public record Condition(Evaluator evaluator, boolean nullIsFalse, String prefix) {
  /** Is it true for the present row of the frame? */
  public boolean test(Frame frame) {
    Object value;
    try {
      value = evaluator.evaluate(frame);
    } catch (SqlError e) {
      throw e.in(prefix);
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value == null && nullIsFalse) {
      return false;
    }
    throw new SqlError(
        prefix + "invalid condition that returns non-bool value " + GoText.typed(value));
  }
}
