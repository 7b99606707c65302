package dev.plantwright.api.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GalleryTest {
  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyControlIsDrawnInBothThemes(Theme theme) throws Exception {
    Stage stage =
        Fx.call(
            () -> {
              Stage s = new Stage();
              Scene scene = new Scene(gallery(), 900, 640);
              theme.apply(scene);
              s.setScene(scene);
              s.show();
              return s;
            });
    Path picture = Path.of("target", "gallery-" + theme + ".png");
    Fx.picture(stage.getScene(), picture);
    assertThat(Files.size(picture)).isGreaterThan(10_000);
    Fx.run(stage::close);
  }

  private static VBox gallery() {
    FlowPane marks = new FlowPane(12, 4);
    for (Status status : Status.values()) {
      marks.getChildren().add(StatusMark.of(status));
    }
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("local", "berlin");
    combo.getSelectionModel().select(0);
    TextField field = new TextField();
    field.setPromptText("Filter, for example temp > 70");
    HBox controls =
        new HBox(
            8,
            Buttons.primary("Deploy 12 changes", () -> {}),
            Buttons.of("Show difference", () -> {}),
            Buttons.compact(Buttons.of("Retry", () -> {})),
            Buttons.icon("mdi2p-play", "Start", () -> {}),
            combo,
            field,
            new Segmented(List.of("Tree", "Raw", "Hex"), "Tree", c -> {}));
    HBox pills =
        new HBox(
            8,
            Pills.pill("above high limit 80.0", "warning"),
            Pills.pill("Live", "live"),
            Pills.pill("alarm", "danger"),
            Pills.badge(3, "danger"),
            Pills.badge(12, "accent"),
            Pills.key("Ctrl+Shift+P"));
    Sparkline line = new Sparkline();
    line.show(new double[] {1, 2, 1.5, Double.NaN, 3, 2, 4}, 7, false);
    Banner banner = new Banner();
    banner.show(
        Banner.Tone.INFO,
        "12 changes not deployed to local: 4 added, 7 changed, 1 removed.",
        List.of(Buttons.compact(Buttons.primary("Deploy", () -> {}))));
    Section section = new Section("Payload", new Label("value : 83.4"), new Label("146 B"));
    EmptyState empty =
        new EmptyState(
            "mdi2f-file-tree",
            "No messages yet",
            "Connected to local, subscribed to # for 8 s. The gateway has no running device.",
            List.of(Buttons.primary("Start the simulator", () -> {})));
    VBox all = new VBox(10, marks, controls, pills, line, banner, section, table(), empty);
    all.setPadding(new Insets(12));
    return all;
  }

  private static TableView<String[]> table() {
    TableView<String[]> table = new TableView<>();
    for (int i = 0; i < 3; i++) {
      int column = i;
      TableColumn<String[], String> c = new TableColumn<>(List.of("Tag", "Value", "Unit").get(i));
      c.setCellValueFactory(
          r -> new javafx.beans.property.ReadOnlyStringWrapper(r.getValue()[column]));
      c.setPrefWidth(160);
      if (i == 1) {
        c.getStyleClass().add("number");
      }
      table.getColumns().add(c);
    }
    table.getItems().add(new String[] {"temperature", "83.4", "°C"});
    table.getItems().add(new String[] {"bottles_total", "1,284,306", "pcs"});
    table.getSelectionModel().select(0);
    table.setPrefHeight(100);
    return table;
  }
}
