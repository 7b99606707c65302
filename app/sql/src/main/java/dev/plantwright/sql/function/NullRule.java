package dev.plantwright.sql.function;

import java.util.List;
import java.util.Map;

/** What a call gives, without running the body, when an argument is null or empty. */
public enum NullRule {
  NULL(null),
  FALSE(false),
  ZERO(0L),
  /** The body sees nulls. */
  BODY(null);

  private final Object result;

  NullRule(Object result) {
    this.result = result;
  }

  public Object result() {
    return result;
  }

  public boolean applies(Object[] arguments) {
    if (this == BODY) {
      return false;
    }
    for (Object argument : arguments) {
      if (isNothing(argument)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNothing(Object value) {
    return switch (value) {
      case null -> true;
      case List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }
}
