package dev.plantwright.plugins.namespace;

import dev.plantwright.live.rows.Row;
import java.util.function.BiConsumer;
import javafx.scene.control.TableCell;

/** A cell that is painted again every frame without new nodes; its item is the text it shows. */
abstract class LiveCell extends TableCell<Integer, String> {
  private final RowTable table;

  LiveCell(RowTable table) {
    this.table = table;
  }

  /** Shows a row. */
  abstract void show(Row row);

  /** Shows nothing. */
  abstract void clear();

  RowTable table() {
    return table;
  }

  /** Shows the row as it is now. */
  final void paint() {
    if (!isEmpty() && getIndex() >= 0 && getIndex() < table.getItems().size()) {
      show(table.row(getIndex()));
    }
  }

  @Override
  protected final void updateItem(String text, boolean empty) {
    super.updateItem(text, empty);
    if (empty || getIndex() < 0 || getIndex() >= table.getItems().size()) {
      clear();
    } else {
      show(table.row(getIndex()));
    }
  }

  final void style(String name, boolean on) {
    if (on != getStyleClass().contains(name)) {
      if (on) {
        getStyleClass().add(name);
      } else {
        getStyleClass().remove(name);
      }
    }
  }

  /** A cell of plain text. */
  static LiveCell text(RowTable table, BiConsumer<LiveCell, Row> show) {
    return new LiveCell(table) {
      @Override
      void show(Row row) {
        show.accept(this, row);
      }

      @Override
      void clear() {
        setText(null);
      }
    };
  }

  final void say(String words) {
    if (!words.equals(getText())) {
      setText(words);
    }
  }
}
