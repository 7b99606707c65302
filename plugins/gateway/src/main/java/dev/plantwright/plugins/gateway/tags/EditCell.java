package dev.plantwright.plugins.gateway.tags;

import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A cell that is typed into: Enter and leaving it apply, Esc does not, Tab applies and goes to the
 * row below.
 */
class EditCell extends LineCell {
  /** What happens with what is typed. */
  interface Sink {
    /** Editing begins; the text can be listened to. */
    default void begin(EditCell cell, Line.Entry entry, TextField field) {}

    /** Editing ended, applied or not. */
    default void end() {}

    void apply(Line.Entry entry, String text);
  }

  private final TagGrid grid;
  private final Function<Line, String> shown;
  private final Function<Line.Entry, String> typed;
  private final Sink sink;
  private TextField field;

  /**
   * @param shown what stands in the cell
   * @param typed what editing starts with
   */
  EditCell(
      TagGrid grid, Function<Line, String> shown, Function<Line.Entry, String> typed, Sink sink) {
    this.grid = grid;
    this.shown = shown;
    this.typed = typed;
    this.sink = sink;
    setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2 && !isEmpty()) {
            grid.begin(getIndex(), getTableColumn());
          }
        });
  }

  @Override
  void show(Line line) {
    if (getGraphic() != null) {
      setGraphic(null);
    }
    say(shown.apply(line));
  }

  /** Whether this line can be typed into. */
  boolean editable(Line.Entry entry) {
    return true;
  }

  @Override
  public void startEdit() {
    if (!(getItem() instanceof Line.Entry entry) || !editable(entry)) {
      return;
    }
    super.startEdit();
    if (!isEditing()) {
      return;
    }
    field = new TextField(typed.apply(entry));
    field.setId("part/tags/edit");
    field.getStyleClass().addAll("compact", "cell-editor");
    field.setAlignment(getAlignment());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (was && !is && isEditing()) {
                apply(false);
              }
            });
    style("typing", true);
    setText(null);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(field);
    sink.begin(this, entry, field);
    field.requestFocus();
    field.selectAll();
  }

  @Override
  public void cancelEdit() {
    if (!isEditing()) {
      return;
    }
    super.cancelEdit();
    grid.setEditable(false);
    style("typing", false);
    setGraphic(null);
    setContentDisplay(ContentDisplay.LEFT);
    sink.end();
    frame();
  }

  private void apply(boolean next) {
    if (!(getItem() instanceof Line.Entry entry)) {
      cancelEdit();
      return;
    }
    String text = field.getText();
    int index = getIndex();
    cancelEdit();
    sink.apply(entry, text);
    if (next) {
      grid.beginBelow(index, getTableColumn());
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      cancelEdit();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
      apply(event.getCode() == KeyCode.TAB);
    } else {
      return;
    }
    event.consume();
  }
}
