package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.DragValues;
import dev.plantwright.api.ValueRef;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

/** The tags of a node, grouped; typed into in place. */
final class TagGrid extends TableView<Line> {
  /** What the table needs from the part and asks of it. */
  interface Actions {
    Reading reading(Line line);

    EditCell.Sink edit(String column);

    EditCell.Sink write();

    void fold(String group);

    void remove();

    /** Where the selected tags are published. */
    List<ValueRef> topics();
  }

  private final Set<LineCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
  private final Actions actions;
  private final LongSupplier clock;
  private final TagColumns columns;

  TagGrid(Actions actions, LongSupplier clock) {
    this.actions = actions;
    this.clock = clock;
    setId("part/tags/table");
    getStyleClass().add("tag-grid");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setRowFactory(table -> new LineRow());
    columns = new TagColumns(this, actions);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setOnDragDetected(
        e -> {
          List<ValueRef> topics = actions.topics();
          if (!topics.isEmpty() && getEditingCell() == null) {
            DragValues.put(startDragAndDrop(TransferMode.COPY, TransferMode.LINK), topics);
            e.consume();
          }
        });
  }

  LineCell keep(LineCell cell) {
    cells.add(cell);
    return cell;
  }

  long nowMs() {
    return clock.getAsLong();
  }

  TagColumns columns() {
    return columns;
  }

  /** Renews what moves in the cells that are seen. */
  void frame() {
    List.copyOf(cells).forEach(LineCell::frame);
  }

  /** Shows other lines, the same tags selected. */
  void show(List<Line> lines) {
    if (lines.equals(getItems())) {
      return;
    }
    List<String> chosen =
        getSelectionModel().getSelectedItems().stream()
            .filter(Objects::nonNull)
            .map(TagGrid::key)
            .toList();
    getItems().setAll(lines);
    getSelectionModel().clearSelection();
    for (int i = 0; i < lines.size(); i++) {
      if (chosen.contains(key(lines.get(i)))) {
        getSelectionModel().select(i);
      }
    }
  }

  /** Rows keep their place in the file while they are renamed. */
  private static String key(Line line) {
    return switch (line) {
      case Line.Bar bar -> "group " + bar.group();
      case Line.Entry entry -> "row " + entry.row().index();
      case Line.Gone gone -> "gone " + gone.ref();
    };
  }

  List<Line.Entry> selected() {
    return getSelectionModel().getSelectedItems().stream()
        .filter(Line.Entry.class::isInstance)
        .map(Line.Entry.class::cast)
        .toList();
  }

  /** Starts typing into a cell; a row that is new gets its cells first. */
  void begin(int index, TableColumn<Line, ?> column) {
    applyCss();
    layout();
    setEditable(true);
    edit(index, column);
    if (getEditingCell() == null) {
      setEditable(false);
    }
  }

  void beginBelow(int index, TableColumn<Line, ?> column) {
    for (int i = index + 1; i < getItems().size(); i++) {
      if (getItems().get(i) instanceof Line.Entry) {
        getSelectionModel().clearAndSelect(i);
        scrollTo(Math.max(0, i - 3));
        begin(i, column);
        return;
      }
    }
  }

  private void key(KeyEvent event) {
    int index = getSelectionModel().getSelectedIndex();
    if (index < 0 || getEditingCell() != null) {
      return;
    }
    if (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER) {
      if (getItems().get(index) instanceof Line.Bar bar) {
        actions.fold(bar.group());
      } else {
        begin(index, columns.address);
      }
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      actions.remove();
      event.consume();
    }
  }

  private final class LineRow extends TableRow<Line> {
    private final BarLabel bar = new BarLabel();

    LineRow() {
      setOnMouseClicked(
          e -> {
            if (e.getClickCount() == 2 && getItem() instanceof Line.Bar bar) {
              actions.fold(bar.group());
            }
          });
    }

    /** The words of a bar lie over all columns, so they belong to no cell. */
    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      if (!bar.isShown()) {
        getChildren().remove(bar);
        return;
      }
      if (!getChildren().contains(bar)) {
        getChildren().add(bar);
      }
      double x = columns.mark.getWidth() + 8;
      bar.resizeRelocate(x, 0, Math.max(0, getWidth() - x), getHeight() - 1);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeAll("bar-line", "gone-line");
      bar.show(empty ? null : line);
      requestLayout();
      switch (empty ? null : line) {
        case null -> {}
        case Line.Bar group -> getStyleClass().add("bar-line");
        case Line.Entry entry -> {}
        case Line.Gone gone -> getStyleClass().add("gone-line");
      }
    }
  }
}
