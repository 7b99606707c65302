package dev.plantwright.plugins.simulation;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.plugins.simulation.PointCells.GatewayCell;
import dev.plantwright.plugins.simulation.PointCells.StateCell;
import dev.plantwright.plugins.simulation.PointCells.TextCell;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

/** The points of a device: what they hold, how they move, what the gateway reads. */
final class PointTable extends TableView<PointRow> {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double WITH_REGISTER = 960;
  private static final double WITH_BEHAVIOUR = 820;

  private final Hands hands;

  PointTable(Hands hands) {
    this.hands = hands;
    setId("part/simulation/table");
    getStyleClass().add("point-table");
    setFixedCellSize(24);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<PointRow, Shown> register =
        column("Register", 112, () -> new TextCell(s -> s.point().address(), "mono", "muted"));
    TableColumn<PointRow, Shown> behaviour = column("Behaviour", 176, PointCells::behaviour);
    getColumns().add(held());
    getColumns().add(column("Point", 148, PointCells::name));
    getColumns().add(register);
    getColumns().add(behaviour);
    getColumns().add(column("Set by hand", 124, () -> new HandCell(hands)));
    getColumns().add(number(column("Value", 118, PointCells::value)));
    getColumns().add(unit());
    getColumns().add(number(column("At gateway", 150, GatewayCell::new)));
    getColumns().add(column("State", 110, StateCell::new));
    widthProperty()
        .addListener(
            (o, was, is) -> {
              register.setVisible(is.doubleValue() >= WITH_REGISTER);
              behaviour.setVisible(is.doubleValue() >= WITH_BEHAVIOUR);
            });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    setContextMenu(menu());
  }

  /** Shows these rows; what is selected or typed stays if its row does. */
  void show(List<PointRow> rows) {
    if (!rows.equals(getItems())) {
      PointRow selected = getSelectionModel().getSelectedItem();
      getItems().setAll(rows);
      getSelectionModel().clearSelection();
      if (rows.contains(selected)) {
        getSelectionModel().select(selected);
      }
    }
  }

  /** Whether the values are old because nobody answers. */
  void stale(boolean old) {
    pseudoClassStateChanged(STALE, old);
  }

  private TableColumn<PointRow, Shown> held() {
    TableColumn<PointRow, Shown> column = column("", 34, () -> new PointCells.HoldCell(hands));
    column.setGraphic(Icons.row("mdi2h-hand-back-right"));
    column.setMinWidth(34);
    column.setMaxWidth(34);
    return column;
  }

  private static TableColumn<PointRow, Shown> unit() {
    TableColumn<PointRow, Shown> column =
        column("Unit", 72, () -> new TextCell(s -> s.point().unit(), "muted"));
    column.getStyleClass().add("unit");
    return column;
  }

  private static TableColumn<PointRow, Shown> number(TableColumn<PointRow, Shown> column) {
    column.getStyleClass().add("number");
    return column;
  }

  private static TableColumn<PointRow, Shown> column(
      String title, double width, Supplier<TableCell<PointRow, Shown>> cell) {
    TableColumn<PointRow, Shown> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> row.getValue().shown());
    column.setCellFactory(c -> cell.get());
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 60));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private ContextMenu menu() {
    MenuItem hold = new MenuItem("Hold at Present Value");
    hold.setOnAction(e -> holdOrRelease());
    MenuItem type = new MenuItem("Set by Hand");
    type.setOnAction(e -> type());
    ContextMenu menu = new ContextMenu(hold, type);
    menu.setOnShowing(
        e -> {
          PointRow row = getSelectionModel().getSelectedItem();
          boolean held = row != null && row.shown().get().point().held();
          hold.setText(held ? "Release" : "Hold at Present Value");
          hold.setDisable(row == null);
          type.setDisable(row == null);
        });
    return menu;
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() != this) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> type();
      case SPACE -> holdOrRelease();
      case C -> copy(event.isShortcutDown());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void holdOrRelease() {
    PointRow row = getSelectionModel().getSelectedItem();
    if (row != null) {
      hands.holdOrRelease(row.shown().get().point());
    }
  }

  /** Takes the keys to the field or switch of the selected row. */
  private void type() {
    PointRow row = getSelectionModel().getSelectedItem();
    for (Node control : lookupAll(".by-hand")) {
      if (row != null && HandCell.id(row.name()).equals(control.getId())) {
        control.requestFocus();
      }
    }
  }

  private void copy(boolean wanted) {
    PointRow row = getSelectionModel().getSelectedItem();
    if (wanted && row != null) {
      var point = row.shown().get().point();
      ClipboardContent content = new ClipboardContent();
      content.putString(point.name() + "\t" + TypedValue.text(point.value()) + "\t" + point.unit());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
