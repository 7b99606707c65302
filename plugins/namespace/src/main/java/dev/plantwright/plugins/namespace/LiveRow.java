package dev.plantwright.plugins.namespace;

import dev.plantwright.api.DragValues;
import dev.plantwright.live.Format;
import dev.plantwright.live.rows.Row;
import java.util.List;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** A row that can be dragged, opened by double click, and says everything in its tooltip. */
final class LiveRow extends TableRow<Integer> {
  private final RowTable table;

  LiveRow(RowTable table) {
    this.table = table;
    Tooltip tooltip = new Tooltip();
    tooltip.setOnShowing(event -> tooltip.setText(words()));
    emptyProperty().addListener((observable, before, empty) -> setTooltip(empty ? null : tooltip));
    setOnMouseClicked(this::clicked);
    setOnDragDetected(this::drag);
  }

  private void clicked(MouseEvent event) {
    boolean twice = event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY;
    if (twice && shown() && table.row(getIndex()).branch()) {
      table.toggle(getIndex());
    }
  }

  private void drag(MouseEvent event) {
    if (!shown()) {
      return;
    }
    List<Integer> selected = table.chosen();
    List<Integer> dragged = selected.contains(getItem()) ? selected : List.of(getItem());
    DragValues.put(
        startDragAndDrop(TransferMode.COPY_OR_MOVE),
        dragged.stream()
            .filter(table.latest()::isValue)
            .map(handle -> RowWords.ref(table.latest(), handle))
            .toList());
    event.consume();
  }

  private boolean shown() {
    return !isEmpty() && getIndex() >= 0 && getIndex() < table.getItems().size();
  }

  private String words() {
    if (!shown()) {
      return "";
    }
    Row row = table.row(getIndex());
    String path = table.latest().path(row.row());
    if (!RowWords.isValue(row)) {
      return path + "\n" + RowWords.topics(row.topics()) + ", " + RowWords.rate(row);
    }
    long now = table.rows().nowMs();
    StringBuilder words = new StringBuilder(path);
    words.append('\n').append(RowWords.value(row)).append(' ').append(RowWords.unit(row));
    words.append(", ").append(RowWords.rate(row));
    words.append(", ").append(RowWords.age(row, now)).append(" ago");
    row.meaning()
        .beyond(row.reading().value())
        .ifPresent(limit -> words.append(", ").append(limit));
    words.append('\n').append(row.quality().reason());
    if (row.reading().retained()) {
      words.append("\nThe broker had kept this message: nobody knows how old it is.");
    }
    if (!RowWords.hasValue(row) && row.reading().valueMs() > 0) {
      words.append("\nLast value: ").append(row.meaning().show(row.reading().value()));
    }
    if (!Float.isNaN(row.reading().expectedMs())) {
      words.append("\nExpected every ").append(Format.duration(row.reading().expectedMs()));
    }
    return words.toString();
  }
}
