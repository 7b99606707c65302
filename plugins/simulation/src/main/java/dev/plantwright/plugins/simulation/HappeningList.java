package dev.plantwright.plugins.simulation;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.live.Format;
import dev.plantwright.sites.simulator.Event;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What happened at the devices, newest first. */
final class HappeningList extends ListView<Event> {
  private final LongSupplier nowMs;

  HappeningList(LongSupplier nowMs) {
    this.nowMs = nowMs;
    setId("part/faults/events");
    setFixedCellSize(24);
    Label nothing = new Label("Nothing since this part was opened.");
    nothing.getStyleClass().addAll("muted", "dense");
    setPlaceholder(nothing);
    setCellFactory(list -> new Cell());
    setMinHeight(72);
    setPrefHeight(160);
  }

  void show(List<Event> newest) {
    if (newest.equals(getItems())) {
      refresh();
    } else {
      getItems().setAll(newest);
    }
  }

  static String words(Event event) {
    String where = event.device().isEmpty() ? "" : event.device() + ": ";
    String what = event.detail().replaceFirst("^/", "");
    return where
        + switch (event.kind()) {
          case "fault" -> what.replace('_', ' ') + " begins";
          case "fault-end" -> what.replace('_', ' ') + " ends";
          case "write" -> "a client wrote " + what;
          case "set" -> "set " + what;
          case "hold" -> "held " + what;
          case "release" -> "released " + what;
          case "connected" -> "a client connected, " + what;
          case "disconnected" -> "a client went away, " + what;
          case "clock" -> "Simulated time: " + what;
          case "dropped" -> what + " not told";
          default -> event.kind() + " " + what;
        };
  }

  private static String icon(String kind) {
    return switch (kind) {
      case "fault" -> "mdi2c-close-octagon";
      case "fault-end" -> "mdi2c-check-bold";
      case "write", "set" -> "mdi2p-pencil-outline";
      case "hold" -> "mdi2h-hand-back-right";
      case "release" -> "mdi2h-hand-back-right-off-outline";
      case "connected" -> "mdi2l-lan-connect";
      case "disconnected" -> "mdi2l-lan-disconnect";
      default -> "mdi2c-clock-outline";
    };
  }

  private static String tone(String kind) {
    return switch (kind) {
      case "fault" -> "danger";
      case "fault-end" -> "success";
      case "hold" -> "accent";
      default -> "subtle";
    };
  }

  private final class Cell extends ListCell<Event> {
    private final FontIcon icon = Icons.row("mdi2c-clock-outline");
    private final Label words = new Label();
    private final Label age = new Label();
    private final Tooltip tip = new Tooltip();
    private final HBox box;

    Cell() {
      words.getStyleClass().add("dense");
      words.setMinWidth(0);
      age.getStyleClass().addAll("muted", "dense");
      age.setMinWidth(USE_PREF_SIZE);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      box = new HBox(8, icon, words, space, age);
      box.setAlignment(Pos.CENTER_LEFT);
      box.setMinWidth(0);
      box.setPrefWidth(0);
      words.setTooltip(tip);
    }

    @Override
    protected void updateItem(Event event, boolean empty) {
      super.updateItem(event, empty);
      setGraphic(empty ? null : box);
      if (!empty) {
        icon.setIconLiteral(icon(event.kind()));
        icon.getStyleClass().removeAll("danger", "success", "accent", "subtle");
        icon.getStyleClass().add(tone(event.kind()));
        words.setText(words(event));
        tip.setText(words(event));
        age.setText(Format.wholeAge(nowMs.getAsLong() - event.ts()));
      }
    }
  }
}
