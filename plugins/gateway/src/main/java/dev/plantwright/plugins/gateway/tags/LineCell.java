package dev.plantwright.plugins.gateway.tags;

import java.util.function.BiConsumer;
import javafx.scene.control.TableCell;

/** A cell of the tag table; what moves in it is renewed by {@link #frame}. */
abstract class LineCell extends TableCell<Line, Line> {
  /** Shows a line; everything that an earlier line left is to be replaced. */
  abstract void show(Line line);

  void clear() {
    setText(null);
    setGraphic(null);
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      clear();
    } else if (!isEditing()) {
      show(line);
    }
  }

  final void frame() {
    if (!isEmpty() && getItem() != null && !isEditing()) {
      show(getItem());
    }
  }

  final void say(String words) {
    if (!words.equals(getText())) {
      setText(words);
    }
  }

  final void style(String name, boolean on) {
    if (on && !getStyleClass().contains(name)) {
      getStyleClass().add(name);
    } else if (!on) {
      getStyleClass().remove(name);
    }
  }

  static LineCell of(BiConsumer<LineCell, Line> show) {
    return new LineCell() {
      @Override
      void show(Line line) {
        show.accept(this, line);
      }
    };
  }
}
