package dev.plantwright.plugins.simulation;

import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.sites.simulator.Device;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The faults that are on, each with its Clear. */
final class ActiveFaults extends VBox {
  private final FaultOrders orders;
  private final Label none = new Label("None");
  private List<Fault> built = List.of();

  ActiveFaults(FaultOrders orders) {
    this.orders = orders;
    setId("part/faults/active");
    getStyleClass().add("active-faults");
    none.getStyleClass().addAll("muted", "dense", "none");
    getChildren().add(none);
  }

  void show(List<Device> devices, FaultTimes times, long nowMs) {
    if (!times.on().equals(built)) {
      built = times.on();
      getChildren().setAll(built.stream().map(f -> new Row(f, title(devices, f))).toList());
      if (built.isEmpty()) {
        getChildren().setAll(none);
      }
    }
    for (var child : getChildren()) {
      if (child instanceof Row row) {
        row.age.setText(times.age(row.fault, nowMs) + ", " + row.title);
      }
    }
  }

  private static String title(List<Device> devices, Fault fault) {
    return devices.stream()
        .filter(d -> d.id().equals(fault.device()))
        .flatMap(d -> d.faultKinds().stream())
        .filter(kind -> kind.kind().equals(fault.kind()))
        .map(kind -> kind.title())
        .findFirst()
        .orElse("");
  }

  private final class Row extends HBox {
    private final Fault fault;
    private final String title;
    private final Label age = new Label();

    Row(Fault fault, String title) {
      super(8);
      this.fault = fault;
      this.title = title;
      setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("active-fault");
      Label name = new Label(fault.device() + ": " + fault.kind().replace('_', ' '));
      name.getStyleClass().addAll("strong", "dense");
      name.setMinWidth(0);
      age.getStyleClass().addAll("muted", "small");
      age.setMinWidth(0);
      VBox words = new VBox(1, name, age);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      Button clear = Buttons.compact(Buttons.of("Clear", () -> orders.clear(fault)));
      clear.setId("part/faults/clear:" + fault.kind() + ":" + fault.device());
      clear.setMinWidth(USE_PREF_SIZE);
      StatusMark mark = StatusMark.of(Status.FAILED, "");
      mark.setMinWidth(14);
      getChildren().addAll(mark, words, clear);
    }
  }
}
