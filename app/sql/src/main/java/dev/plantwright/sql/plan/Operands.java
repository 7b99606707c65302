package dev.plantwright.sql.plan;

import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.util.List;
import java.util.Map;

/** What may stand on the left of an operator. */
final class Operands {
  private Operands() {}

  /** The value, unless it is an object, an array or bytes. */
  static Object simple(Object value, String operator) {
    if (value instanceof List<?> || value instanceof Map<?, ?> || value instanceof byte[]) {
      throw new SqlError(operator + " is an invalid operation for " + GoText.typeName(value));
    }
    return value;
  }
}
