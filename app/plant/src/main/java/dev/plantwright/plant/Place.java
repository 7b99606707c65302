package dev.plantwright.plant;

import dev.plantwright.plant.text.Lines;
import java.util.Comparator;

/**
 * Where in a plant something stands.
 *
 * @param file path relative to the plant folder, with {@code /}, such as {@code
 *     gateways/filler/tags.csv}
 * @param line from 1; 0 = the file as a whole
 * @param column from 1, in UTF-16 units; 0 = the line as a whole
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /** The place of an offset in the text of a file. */
  public static Place of(String file, Lines lines, int offset) {
    return new Place(file, lines.line(offset), lines.column(offset));
  }

  /** By file, then line, then column. */
  @Override
  public int compareTo(Place other) {
    return Comparator.comparing(Place::file)
        .thenComparingInt(Place::line)
        .thenComparingInt(Place::column)
        .compare(this, other);
  }
}
