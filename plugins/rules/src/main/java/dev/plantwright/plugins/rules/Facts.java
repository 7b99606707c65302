package dev.plantwright.plugins.rules;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Labels with their values, each value on one left edge. */
final class Facts extends GridPane {
  private static final double LABEL_WIDTH = 72;

  private int rows;

  Facts() {
    setVgap(4);
    setHgap(8);
    setStyle("-fx-padding: 0 8 8 8;");
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(new ColumnConstraints(LABEL_WIDTH), value);
  }

  void clear() {
    getChildren().clear();
    rows = 0;
  }

  Label add(String name, String value) {
    return add(name, value, "");
  }

  /**
   * @param tone {@code warning}, {@code danger} or empty
   */
  Label add(String name, String value, String tone) {
    Label label = new Label(value);
    label.setWrapText(true);
    label.getStyleClass().add("dense");
    if (!tone.isEmpty()) {
      label.getStyleClass().add(tone + "-text");
    }
    add(name, label);
    return label;
  }

  void add(String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().addAll("dense", "muted");
    GridPane.setValignment(label, VPos.TOP);
    addRow(rows++, label, value);
  }
}
