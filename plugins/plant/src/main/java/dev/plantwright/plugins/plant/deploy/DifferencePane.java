package dev.plantwright.plugins.plant.deploy;

import dev.plantwright.sites.deploy.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One change side by side: what the files say and what the site runs; what differs is tinted. */
final class DifferencePane extends ScrollPane {
  private final Label title = new Label();
  private final Label reason = new Label();
  private final GridPane lines = new GridPane();

  DifferencePane() {
    title.getStyleClass().add("strong");
    reason.getStyleClass().addAll("muted", "dense");
    reason.setWrapText(true);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    half.setHgrow(Priority.ALWAYS);
    lines.getColumnConstraints().addAll(half, half);
    VBox body = new VBox(8, title, reason, lines);
    body.setPadding(new Insets(8, 0, 8, 0));
    VBox.setMargin(title, new Insets(0, 8, 0, 8));
    VBox.setMargin(reason, new Insets(0, 8, 0, 8));
    setContent(body);
    setFitToWidth(true);
    setMinWidth(220);
    setId("part/deploy/difference");
  }

  void show(Change change) {
    title.setText(change.name().replace(":", " ").replace("/", " · "));
    reason.setText(change.reason());
    reason.setVisible(!change.reason().isEmpty());
    reason.setManaged(!change.reason().isEmpty());
    lines.getChildren().clear();
    lines.addRow(0, header("In files"), header("On site"));
    List<String> files = lines(change.after());
    List<String> site = lines(change.before());
    int row = 1;
    for (String[] pair : SideBySide.of(files, site)) {
      boolean differs = !pair[0].equals(pair[1]);
      lines.addRow(
          row++,
          line(pair[0], differs ? "-color-success-subtle" : "transparent"),
          line(pair[1], differs ? "-color-warning-subtle" : "transparent"));
    }
  }

  private static List<String> lines(Optional<String> text) {
    return new ArrayList<>(text.map(t -> t.lines().toList()).orElse(List.of("–")));
  }

  private static Label header(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("muted", "dense");
    label.setPadding(new Insets(4, 8, 4, 8));
    label.setMaxWidth(Double.MAX_VALUE);
    label.setStyle("-fx-background-color: -color-bg-subtle;");
    return label;
  }

  private static Label line(String text, String tint) {
    Label label = new Label(text);
    label.getStyleClass().add("mono");
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMaxHeight(Double.MAX_VALUE);
    label.setPadding(new Insets(2, 8, 2, 8));
    label.setStyle("-fx-background-color: " + (text.isEmpty() ? "transparent" : tint) + ";");
    return label;
  }
}
