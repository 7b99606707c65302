package dev.plantwright.plugins.plant.deploy;

import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.sites.deploy.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** Changes in the order in which they are made, under a line for each door. */
final class ChangeTable extends TableView<ChangeTable.Row> {
  /** A line of the table. */
  sealed interface Row {
    /** Heading of a door. */
    record Door(String title, String counts) implements Row {}

    /** A change. */
    record Entry(Change change) implements Row {}
  }

  ChangeTable(Consumer<Change> onSelect) {
    setId("part/deploy/table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().add(column("What", 260, WhatCell::new));
    getColumns().add(column("Change", 320, ReasonCell::new));
    setFixedCellSize(24);
    setRowFactory(t -> new GroupRow());
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (is instanceof Row.Entry(Change change)) {
                onSelect.accept(change);
              }
            });
  }

  void show(List<Change> changes) {
    int selected = getSelectionModel().getSelectedIndex();
    List<Row> rows = new ArrayList<>();
    for (String door : changes.stream().map(Change::door).distinct().toList()) {
      List<Change> here =
          changes.stream()
              .filter(c -> c.door().equals(door) && c.kind() != Change.Kind.SAME)
              .toList();
      if (!here.isEmpty()) {
        rows.add(new Row.Door(title(door), counts(here)));
        here.forEach(c -> rows.add(new Row.Entry(c)));
      }
    }
    getItems().setAll(rows);
    getSelectionModel().select(Math.clamp(selected, Math.min(1, rows.size() - 1), rows.size()));
  }

  private static String title(String door) {
    return switch (door) {
      case "neuron" -> "Gateway";
      case "ekuiper" -> "Streams and rules";
      default -> door;
    };
  }

  private static String counts(List<Change> changes) {
    List<String> words = new ArrayList<>();
    for (Change.Kind kind : Change.Kind.values()) {
      long count = changes.stream().filter(c -> c.kind() == kind).count();
      if (count > 0) {
        words.add(count + " " + status(kind).word());
      }
    }
    return String.join(", ", words);
  }

  static Status status(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> Status.ADDED;
      case CHANGED -> Status.CHANGED;
      case REMOVED -> Status.REMOVED;
      case SAME -> Status.PASS;
      case REFUSED -> Status.BAD;
    };
  }

  private static TableColumn<Row, Row> column(
      String title, double width, java.util.function.Supplier<TableCell<Row, Row>> cell) {
    TableColumn<Row, Row> column = new TableColumn<>(title);
    column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(r.getValue()));
    column.setCellFactory(c -> cell.get());
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static final class GroupRow extends TableRow<Row> {
    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      setStyle(row instanceof Row.Door ? "-fx-background-color: -color-bg-subtle;" : "");
    }
  }

  private static final class WhatCell extends TableCell<Row, Row> {
    private final StatusMark mark = new StatusMark();

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("strong");
      setGraphic(null);
      setText(null);
      switch (empty ? null : row) {
        case null -> {}
        case Row.Door(String title, String counts) -> {
          getStyleClass().add("strong");
          setText(title);
        }
        case Row.Entry(Change change) -> {
          Status status = status(change.kind());
          mark.show(status, "");
          Label name = new Label(change.name().replace(":", " ").replace("/", " · "), mark);
          setGraphic(name);
        }
      }
    }
  }

  private static final class ReasonCell extends TableCell<Row, Row> {
    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      switch (empty ? null : row) {
        case null -> setText(null);
        case Row.Door(String title, String counts) -> setText(counts);
        case Row.Entry(Change change) ->
            setText(change.reason().isEmpty() ? status(change.kind()).word() : change.reason());
      }
      getStyleClass().remove("muted");
      if (row instanceof Row.Door) {
        getStyleClass().add("muted");
      }
    }
  }
}
