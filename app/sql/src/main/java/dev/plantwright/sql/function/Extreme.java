package dev.plantwright.sql.function;

import dev.plantwright.sql.value.Comparison;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;

/** {@code max} and {@code min}: the first value decides the kind. */
final class Extreme implements Function.Accumulator {
  private final int sign;
  private Object best;
  private SqlError error;

  /**
   * @param sign 1 for the largest, -1 for the least
   */
  Extreme(int sign) {
    this.sign = sign;
  }

  @Override
  public void add(Object[] arguments) {
    Object value = arguments[0];
    if (value == null || error != null) {
      return;
    }
    switch (best) {
      case null -> begin(value);
      case Long _ when value instanceof Double number -> consider(Convert.truncate(number));
      default -> {
        if (value.getClass() == best.getClass()) {
          consider(value);
        } else {
          String kind = GoText.typeName(best);
          error = new SqlError("requires " + kind + " but found " + GoText.typed(value));
        }
      }
    }
  }

  private void begin(Object value) {
    if (value instanceof Number || value instanceof String) {
      best = value;
    } else {
      error = new SqlError("found invalid arg " + GoText.typed(value));
    }
  }

  private void consider(Object value) {
    if (Comparison.order(value, best).orElse(0) * sign > 0) {
      best = value;
    }
  }

  @Override
  public Object result() {
    if (error != null) {
      throw error;
    }
    return best;
  }
}
