package dev.plantwright.plant.simulation;

/** A value of a simulated signal, as the user sees it: scaled, in its unit. */
public sealed interface PointValue {
  /** A number; bits are 0 and 1. */
  record Number(double value) implements PointValue {}

  record Text(String value) implements PointValue {}

  static PointValue of(double value) {
    return new Number(value);
  }

  static PointValue of(String value) {
    return new Text(value);
  }

  /** The number; 0 for a text. */
  default double number() {
    return this instanceof Number(double value) ? value : 0;
  }

  /** As text: whole numbers without a point, so that 4 and 4.0 are both {@code 4}. */
  default String text() {
    return switch (this) {
      case Text(String value) -> value;
      case Number(double value) when value == Math.rint(value) && Math.abs(value) < 1e15 ->
          Long.toString((long) value);
      case Number(double value) -> Double.toString(value);
    };
  }
}
