package dev.plantwright.plugins.simulation;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.plugins.simulation.FaultOrders.Choice;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.FaultKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/** Faults by devices: a cell for each fault that a device can have. */
final class FaultBoard extends GridPane {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
  private static final double NAME = 112;
  private static final double CELL = 44;

  private record Column(String device, String title, List<FaultKind> kinds) {}

  private final FaultOrders orders;
  private final Map<Fault, Button> cells = new HashMap<>();
  private List<Column> built = List.of();
  private FaultTimes times;

  FaultBoard(FaultOrders orders) {
    this.orders = orders;
    setId("part/faults/board");
    getStyleClass().add("fault-board");
  }

  /** Shows what is on; builds new cells only for new devices or kinds. */
  void show(List<Device> devices, FaultTimes now, long nowMs) {
    times = now;
    List<Column> columns =
        devices.stream().map(d -> new Column(d.id(), d.title(), d.faultKinds())).toList();
    if (!columns.equals(built)) {
      build(columns);
    }
    cells.forEach((fault, cell) -> show(fault, cell, nowMs));
  }

  private void show(Fault fault, Button cell, long nowMs) {
    boolean on = times.isOn(fault);
    cell.pseudoClassStateChanged(ACTIVE, on);
    cell.setText(on ? times.age(fault, nowMs) : "");
    cell.setAccessibleText(
        "%s of %s, %s".formatted(Fault.words(fault.kind()), fault.device(), on ? "on" : "off"));
  }

  private void build(List<Column> columns) {
    built = columns;
    cells.clear();
    getChildren().clear();
    getRowConstraints().clear();
    getColumnConstraints().clear();
    widths(columns.size());
    List<FaultKind> kinds = kinds(columns);
    Region line = new Region();
    line.getStyleClass().add("board-header");
    add(line, 0, 0, columns.size() + 1, 1);
    Label heading = new Label("Fault");
    heading.getStyleClass().add("board-heading");
    add(heading, 0, 0);
    getRowConstraints().add(new RowConstraints(26));
    for (int c = 0; c < columns.size(); c++) {
      add(heading(columns.get(c)), c + 1, 0);
    }
    for (int r = 0; r < kinds.size(); r++) {
      row(kinds.get(r), r + 1, columns);
    }
  }

  private void widths(int devices) {
    ColumnConstraints name = new ColumnConstraints(88, NAME, NAME);
    getColumnConstraints().add(name);
    for (int i = 0; i < devices; i++) {
      ColumnConstraints device = new ColumnConstraints(CELL, CELL, Double.MAX_VALUE);
      device.setHgrow(Priority.ALWAYS);
      device.setHalignment(HPos.CENTER);
      getColumnConstraints().add(device);
    }
  }

  private static Label heading(Column column) {
    Label heading = new Label(column.device());
    heading.getStyleClass().add("board-heading");
    heading.setMinWidth(0);
    heading.setTooltip(new Tooltip(column.device() + "\n" + column.title()));
    return heading;
  }

  /** All kinds of all devices, each once: those of the line first. */
  private static List<FaultKind> kinds(List<Column> columns) {
    Map<String, FaultKind> kinds = new java.util.LinkedHashMap<>();
    columns.forEach(c -> c.kinds().forEach(kind -> kinds.putIfAbsent(kind.kind(), kind)));
    List<FaultKind> sorted = new ArrayList<>(kinds.values());
    sorted.sort(Comparator.comparing(kind -> !kind.onLine()));
    return sorted;
  }

  private void row(FaultKind kind, int row, List<Column> columns) {
    getRowConstraints().add(new RowConstraints(28));
    Label name = new Label(Fault.words(kind.kind()), Icons.row(Fault.icon(kind)));
    name.setTooltip(new Tooltip(kind.title()));
    name.getStyleClass().addAll("dense", "board-fault");
    name.setMinWidth(0);
    add(name, 0, row);
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      column.kinds().stream()
          .filter(own -> own.kind().equals(kind.kind()))
          .findFirst()
          .ifPresentOrElse(
              own -> add(cell(new Fault(column.device(), own.kind()), own), at(column), row),
              () -> add(nothing(), at(column), row));
    }
  }

  private static Label nothing() {
    Label nothing = new Label("–");
    nothing.getStyleClass().addAll("subtle", "dense");
    return nothing;
  }

  private int at(Column column) {
    return built.indexOf(column) + 1;
  }

  private Button cell(Fault fault, FaultKind kind) {
    Button cell = new Button();
    cell.getStyleClass().setAll("fault-cell");
    cell.setId("part/faults/cell:" + fault.kind() + ":" + fault.device());
    List<Choice> choices = FaultOrders.choices(kind);
    cell.setTooltip(new Tooltip("%s: %s".formatted(fault.device(), kind.title())));
    cell.setMaxWidth(Double.MAX_VALUE);
    cell.setOnAction(
        e -> {
          if (times.isOn(fault)) {
            orders.clear(fault);
          } else {
            orders.raise(fault, choices.getFirst());
          }
        });
    cell.setContextMenu(menu(fault, choices));
    cells.put(fault, cell);
    return cell;
  }

  private ContextMenu menu(Fault fault, List<Choice> choices) {
    ContextMenu menu = new ContextMenu();
    for (Choice choice : choices) {
      MenuItem item = new MenuItem(choice.words());
      item.setOnAction(e -> orders.raise(fault, choice));
      menu.getItems().add(item);
    }
    return menu;
  }
}
