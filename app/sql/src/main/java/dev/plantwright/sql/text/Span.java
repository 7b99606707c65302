package dev.plantwright.sql.text;

/**
 * A stretch of the text of a statement.
 *
 * @param start index of the first character, from 0, in UTF-16 units
 * @param length in UTF-16 units; 0 at the end of the text
 */
public record Span(int start, int length) {
  public int end() {
    return start + length;
  }

  /** The stretch from the start of this one to the end of {@code other}. */
  public Span to(Span other) {
    return new Span(start, Math.max(length, other.end() - start));
  }
}
