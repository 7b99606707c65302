package dev.plantwright.sql.vectors;

import java.util.Objects;

/** What became of a case. */
sealed interface Outcome {
  record Passed() implements Outcome {}

  record Failed(String why) implements Outcome {}

  record NotApplicable() implements Outcome {}

  static Outcome same(Object expected, Object actual) {
    return Objects.equals(expected, actual)
        ? new Passed()
        : new Failed("expected " + expected + " but got " + actual);
  }

  static Outcome contains(String expected, String actual) {
    return actual.contains(expected.strip())
        ? new Passed()
        : new Failed("expected the error " + expected + " but got " + actual);
  }
}
