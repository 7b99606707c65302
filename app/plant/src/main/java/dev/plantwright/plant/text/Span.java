package dev.plantwright.plant.text;

/**
 * A piece of a text.
 *
 * @param start offset of its first UTF-16 unit, from 0
 * @param end offset behind its last
 */
public record Span(int start, int end) {
  /** Of a value that stands in no text. */
  public static final Span NONE = new Span(0, 0);

  public String of(String text) {
    return text.substring(start, end);
  }
}
