package dev.plantwright.plant.tags;

import dev.plantwright.plant.text.Span;
import java.util.List;

/**
 * One line of a tag table.
 *
 * @param index from 0, among the rows
 * @param cells as written, perhaps fewer or more than there are columns
 * @param span of the line without its line break
 */
public record TagRow(int index, List<Cell> cells, Span span) {
  public TagRow {
    cells = List.copyOf(cells);
  }

  public int line() {
    return cells.getFirst().line();
  }
}
