package dev.plantwright.plant.tags;

import dev.plantwright.plant.text.Span;

/**
 * One cell of a table of comma-separated values.
 *
 * @param value decoded, without quotes
 * @param span where it stands in the text, quotes included
 * @param line of its first character, from 1
 * @param column of its first character, from 1, in UTF-16 units
 */
public record Cell(String value, Span span, int line, int column) {
  /**
   * The column of the character at an index of the value, as far as the cell has no line feed and
   * no doubled quote before it.
   */
  public int columnAt(int index) {
    boolean quoted = span.end() - span.start() > value.length();
    return column + index + (quoted ? 1 : 0);
  }
}
