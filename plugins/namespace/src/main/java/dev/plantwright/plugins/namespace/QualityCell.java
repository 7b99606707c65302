package dev.plantwright.plugins.namespace;

import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.live.rows.Row;

/** Quality as shape and word. */
final class QualityCell extends LiveCell {
  private static final int MOST_LETTERS = 12;

  private final StatusMark mark = new StatusMark();

  QualityCell(RowTable table) {
    super(table);
  }

  @Override
  void show(Row row) {
    if (!RowWords.isValue(row)) {
      clear();
      return;
    }
    Status status = RowWords.status(row.quality().state());
    boolean wide = getTableColumn().getWidth() > RowColumns.MARK_ONLY;
    mark.show(status, wide ? words(row, status) : "");
    if (getGraphic() != mark) {
      setGraphic(mark);
    }
  }

  /** The reason if it fits, else the word for the state; the tooltip has both. */
  private static String words(Row row, Status status) {
    return row.quality().word().length() <= MOST_LETTERS ? row.quality().word() : status.word();
  }

  @Override
  void clear() {
    setGraphic(null);
  }
}
