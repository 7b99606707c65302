package dev.plantwright.plant;

/**
 * Where in a plant something stands.
 *
 * @param file path relative to the plant folder, with {@code /}, such as {@code
 *     gateways/filler/tags.csv}
 * @param line from 1; 0 = the file as a whole
 * @param column from 1, in UTF-16 units; 0 = the line as a whole
 */
public record Place(String file, int line, int column) {
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }
}
