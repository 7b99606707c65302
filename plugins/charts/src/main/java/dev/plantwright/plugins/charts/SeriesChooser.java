package dev.plantwright.plugins.charts;

import dev.plantwright.api.ValueRef;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/** A list of the numeric values of the namespace to choose series from. */
final class SeriesChooser {
  private final FilteredList<ValueRef> values;

  SeriesChooser(Live live, ChartSpec spec) {
    values = new FilteredList<>(FXCollections.observableList(numeric(live, spec)));
  }

  private static List<ValueRef> numeric(Live live, ChartSpec spec) {
    Latest latest = live.latest();
    List<ValueRef> found = new ArrayList<>();
    for (int row = 0; row < latest.size(); row++) {
      if (latest.isValue(row) && !Double.isNaN(latest.number(row))) {
        String member = latest.member(row);
        ValueRef value =
            new ValueRef(
                latest.topic(row), member.isEmpty() ? Optional.empty() : Optional.of(member));
        if (!spec.shows(value)) {
          found.add(value);
        }
      }
    }
    found.sort(Comparator.comparing(ValueRef::toString));
    return found;
  }

  /** Shows the list over a window; {@code chosen} gets what was chosen, if anything. */
  void show(Window owner, Consumer<List<ValueRef>> chosen) {
    Popup popup = new Popup();
    popup.setAutoHide(true);
    ListView<ValueRef> list = new ListView<>(values);
    list.setId("part/chart/chooser");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setPrefSize(480, 320);
    TextField filter = new TextField();
    filter.setId("part/chart/chooser-filter");
    filter.setPromptText("Filter values");
    filter.textProperty().addListener((o, was, is) -> values.setPredicate(v -> matches(v, is)));
    Runnable take =
        () -> {
          List<ValueRef> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
          popup.hide();
          if (!selected.isEmpty()) {
            chosen.accept(selected);
          }
        };
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            take.run();
          }
        });
    Button add = Buttons.primary("Add series", take);
    Button cancel = Buttons.of("Cancel", popup::hide);
    HBox buttons = new HBox(8, cancel, add);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox panel = new VBox(8, filter, list, buttons);
    panel.setPadding(new Insets(12));
    panel.getStyleClass().add("popup-panel");
    VBox.setVgrow(list, Priority.ALWAYS);
    popup.getContent().add(panel);
    popup.show(
        owner, owner.getX() + owner.getWidth() / 2 - 250, owner.getY() + owner.getHeight() / 4);
    filter.requestFocus();
  }

  private static boolean matches(ValueRef value, String words) {
    String text = value.toString().toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
