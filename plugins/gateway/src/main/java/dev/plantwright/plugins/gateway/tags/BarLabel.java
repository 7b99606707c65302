package dev.plantwright.plugins.gateway.tags;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The facts on the bar of a group, behind its name: interval, tags and requests. */
final class BarLabel extends HBox {
  private final Label group = label("strong");
  private final Label interval = label("muted");
  private final Label facts = label("muted");

  BarLabel() {
    super(10);
    getChildren().addAll(group, interval, facts);
    // The cell shows the name; here it only takes its room.
    group.setVisible(false);
    setAlignment(Pos.CENTER_LEFT);
    setMouseTransparent(true);
    setManaged(false);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().addAll("dense", style);
    return label;
  }

  /** Shows the line if it is a bar. */
  void show(Line line) {
    setVisible(line instanceof Line.Bar);
    if (line instanceof Line.Bar(String name, String every, String words, boolean open)) {
      group.setText(name);
      interval.setText(every);
      facts.setText(words);
    }
  }

  boolean isShown() {
    return isVisible();
  }
}
