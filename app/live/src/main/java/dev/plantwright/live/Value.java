package dev.plantwright.live;

/** What a value row holds; immutable. */
public sealed interface Value {
  Value MISSING = new Missing();

  /** There is none: none has come yet, or the publisher said {@code null}. */
  record Missing() implements Value {}

  /** A number without fraction, exact over the whole range of a long. */
  record Whole(long whole) implements Value {}

  record Real(double real) implements Value {}

  record Flag(boolean on) implements Value {}

  /** Text, cut to {@value Tree#MAX_TEXT} characters. */
  record Text(String text) implements Value {}

  /** Bytes that are neither JSON nor readable text, or too many to decode. */
  record Binary(long bytes) implements Value {}

  /** The value as a number, {@code NaN} if it is none; true is 1, false is 0. */
  default double asNumber() {
    return switch (this) {
      case Whole(long whole) -> whole;
      case Real(double real) -> real;
      case Flag(boolean on) -> on ? 1 : 0;
      case Missing() -> Double.NaN;
      case Text(String text) -> Double.NaN;
      case Binary(long bytes) -> Double.NaN;
    };
  }
}
