package dev.plantwright.plugins.namespace;

import dev.plantwright.live.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/** The handles of the visible rows as the items of a table, without a copy of them. */
final class RowList extends ObservableListBase<Integer> {
  private final Rows rows;
  private int size;

  RowList(Rows rows) {
    this.rows = rows;
  }

  @Override
  public Integer get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return rows.handle(index);
  }

  @Override
  public int size() {
    return size;
  }

  /** Tells the table that the rows became others. */
  void renew() {
    int before = size;
    size = rows.size();
    List<Integer> removed = new ArrayList<>(before);
    for (int i = 0; i < before; i++) {
      removed.add(0);
    }
    beginChange();
    nextReplace(0, size, removed);
    endChange();
  }
}
