package dev.plantwright.plugins.simulation;

import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.live.Format;
import dev.plantwright.sites.simulator.Device;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Which device, which of its points, and how busy it is. */
final class SimulationToolbar extends HBox {
  private static final String ALL = "All";
  private static final String HELD = "Held";
  private static final String FAULTY = "Faulty";

  private final ComboBox<String> device = new ComboBox<>();
  private final TextField filter = new TextField();
  private final Segmented which;
  private final Label busy = new Label();
  private final Tooltip title = new Tooltip();
  private boolean showing;

  /**
   * @param chosen told of another device
   * @param filtered told when other rows are wanted
   */
  SimulationToolbar(Consumer<String> chosen, Runnable filtered, Runnable releaseAll) {
    getStyleClass().add("part-toolbar");
    device.setId("part/simulation/device");
    device.getStyleClass().add("compact");
    device.setPrefWidth(140);
    device.setMinWidth(96);
    device.setAccessibleText("Device");
    device
        .valueProperty()
        .addListener(
            (o, was, is) -> {
              if (!showing && is != null) {
                chosen.accept(is);
              }
            });
    filter.setId("part/simulation/filter");
    filter.getStyleClass().add("compact");
    filter.setPromptText("Filter points");
    filter.setPrefWidth(170);
    filter.setMinWidth(80);
    filter.textProperty().addListener((o, was, is) -> filtered.run());
    which = new Segmented(List.of(ALL, HELD, FAULTY), ALL, choice -> filtered.run());
    which.setId("part/simulation/which");
    which.setMinWidth(USE_PREF_SIZE);
    busy.getStyleClass().addAll("muted", "dense");
    busy.setId("part/simulation/busy");
    busy.setMinWidth(0);
    busy.setTooltip(title);
    Button release = Buttons.compact(Buttons.of("Release all", releaseAll));
    release.setId("part/simulation/release-all");
    release.setTooltip(new Tooltip("Release all held points of all devices"));
    release.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(device, filter, which, space, busy, release);
  }

  /** Shows what there is; does not tell that another device was chosen. */
  void show(List<Device> devices, Device present, double requestsPerSecond) {
    showing = true;
    List<String> ids = devices.stream().map(Device::id).toList();
    if (!ids.equals(device.getItems())) {
      device.getItems().setAll(ids);
    }
    device.setValue(present.id());
    showing = false;
    String clients = present.clients() == 1 ? "1 client" : present.clients() + " clients";
    busy.setText(clients + ", " + requests(requestsPerSecond));
    title.setText(present.title());
  }

  private static String requests(double perSecond) {
    long whole = Math.round(perSecond);
    return Format.count(whole) + (whole == 1 ? " request/s" : " requests/s");
  }

  /** Whether nothing is left out. */
  boolean showsAll() {
    return filter.getText().isBlank() && which.chosen().equals(ALL);
  }

  /** Whether a point is wanted: each word of the filter in its name, behaviour or register. */
  boolean wants(Shown shown) {
    boolean kind =
        switch (which.chosen()) {
          case HELD -> shown.point().held();
          case FAULTY -> shown.fault().isPresent();
          default -> true;
        };
    String text =
        String.join(" ", shown.point().name(), shown.point().behaviour(), shown.point().address())
            .toLowerCase(Locale.ROOT);
    return kind
        && Stream.of(filter.getText().toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .allMatch(text::contains);
  }

  /** Back to all points. */
  void clear() {
    filter.clear();
    which.choose(ALL);
  }
}
