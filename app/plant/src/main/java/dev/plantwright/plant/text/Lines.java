package dev.plantwright.plant.text;

import java.util.Arrays;

/**
 * Turns offsets of a text into lines and columns and back. Lines end with a line feed; lines and
 * columns count from 1, offsets from 0, all in UTF-16 units.
 */
public final class Lines {
  private final int[] starts;
  private final int length;

  private Lines(int[] starts, int length) {
    this.starts = starts;
    this.length = length;
  }

  public static Lines of(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return new Lines(Arrays.copyOf(starts, count), text.length());
  }

  /** How many lines there are; at least one. */
  public int count() {
    return starts.length;
  }

  /** The line of an offset; offsets outside the text count as its nearest end. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, within(offset));
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an offset in its line. */
  public int column(int offset) {
    return within(offset) - starts[line(offset) - 1] + 1;
  }

  /** The offset of a place; places outside the text count as its nearest end. */
  public int offset(int line, int column) {
    int row = Math.clamp(line, 1, starts.length);
    return within(starts[row - 1] + Math.max(column, 1) - 1);
  }

  private int within(int offset) {
    return Math.clamp(offset, 0, length);
  }
}
