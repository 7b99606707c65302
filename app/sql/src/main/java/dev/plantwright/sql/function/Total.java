package dev.plantwright.sql.function;

import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;

/** {@code sum} and {@code avg}: the first value decides between ints and floats. */
final class Total implements Function.Accumulator {
  private final String name;
  private final boolean average;
  private Object first;
  private long count;
  private long whole;
  private double real;
  private SqlError error;

  Total(String name, boolean average) {
    this.name = name;
    this.average = average;
  }

  @Override
  public void add(Object[] arguments) {
    Object value = arguments[0];
    if (value == null || error != null) {
      return;
    }
    first = first == null ? value : first;
    count++;
    switch (first) {
      case Long _ -> addWhole(value);
      case Double _ -> addReal(value);
      default -> fail("found invalid arg " + GoText.typed(value));
    }
  }

  private void addWhole(Object value) {
    switch (value) {
      case Long number -> whole += number;
      case Double number -> whole += Convert.truncate(number);
      default -> fail("requires int64 but found " + GoText.typed(value));
    }
  }

  private void addReal(Object value) {
    if (value instanceof Double number) {
      real += number;
    } else {
      fail("requires float64 but found " + GoText.typed(value));
    }
  }

  private void fail(String reason) {
    error = new SqlError("run " + name + " function error: " + reason);
  }

  @Override
  public Object result() {
    if (error != null) {
      throw error;
    }
    return switch (first) {
      case null -> null;
      case Long _ -> average ? whole / count : whole;
      default -> average ? real / count : real;
    };
  }
}
