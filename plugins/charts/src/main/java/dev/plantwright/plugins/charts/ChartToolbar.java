package dev.plantwright.plugins.charts;

import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.live.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Live, range, zoom and what is drawn. */
final class ChartToolbar extends HBox {
  private static final Map<String, Long> RANGES = new LinkedHashMap<>();

  static {
    RANGES.put("1 min", 60_000L);
    RANGES.put("5 min", 300_000L);
    RANGES.put("15 min", 900_000L);
    RANGES.put("1 h", 3_600_000L);
    RANGES.put("8 h", 28_800_000L);
  }

  private final Segmented ranges;

  ChartToolbar(ChartWindow window, Plot plot, LongSupplier nowMs) {
    getStyleClass().add("part-toolbar");
    ranges =
        new Segmented(
            List.copyOf(RANGES.keySet()),
            "5 min",
            r -> window.range(RANGES.get(r), nowMs.getAsLong()));
    ranges.setId("part/chart/range");
    ToggleButton crosshair = switchOf("mdi2c-crosshairs", "Crosshair", "crosshair");
    crosshair.selectedProperty().addListener((o, was, is) -> plot.crosshair(is));
    ToggleButton limits = switchOf("mdi2a-alert-outline", "Limit bands", "limits");
    limits.selectedProperty().addListener((o, was, is) -> plot.limits(is));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            live(window),
            ranges,
            Buttons.icon("mdi2m-magnify-minus-outline", "Zoom out (−)", () -> window.zoom(1.25)),
            Buttons.icon("mdi2m-magnify-plus-outline", "Zoom in (+)", () -> window.zoom(0.8)),
            new Separator(Orientation.VERTICAL),
            crosshair,
            limits,
            space,
            resolution(window, plot));
  }

  /** Marks the range of this length, if there is one. */
  void mark(long rangeMs) {
    RANGES.forEach(
        (words, ms) -> {
          if (ms == rangeMs) {
            ranges.choose(words);
          }
        });
  }

  private static ToggleButton live(ChartWindow window) {
    ToggleButton live = new ToggleButton("Live", Icons.row("mdi2c-circle-medium"));
    live.setId("part/chart/live");
    live.getStyleClass().setAll("toggle-button", "pill", "live");
    live.selectedProperty().bindBidirectional(window.following());
    live.selectedProperty()
        .addListener(
            (o, was, is) -> {
              live.getStyleClass().removeAll("live", "neutral");
              live.getStyleClass().add(is ? "live" : "neutral");
              live.setText(is ? "Live" : "In the past");
            });
    live.setMinWidth(USE_PREF_SIZE);
    return live;
  }

  private static ToggleButton switchOf(String icon, String name, String id) {
    ToggleButton button = Buttons.toggle(icon, name);
    button.setId("part/chart/" + id);
    button.setSelected(true);
    return button;
  }

  /** How much time one pixel holds: what is least and greatest in it is drawn. */
  private static Label resolution(ChartWindow window, Plot plot) {
    Label label = new Label();
    label.getStyleClass().addAll("muted", "dense");
    label.setMinWidth(0);
    window.onPainted(
        () -> {
          double ms = window.time().spanMs() / Math.max(1, plot.width());
          label.setText("Line shows least and greatest per pixel, " + Format.duration(ms));
        });
    return label;
  }
}
