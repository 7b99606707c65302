package dev.plantwright.api.code;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.plant.Severity;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;

/** What stands before a line: problem icon and number. */
final class Gutter {
  private Gutter() {}

  static Node of(CodeArea area, int line, Optional<Severity> severity) {
    StackPane icon = new StackPane();
    icon.setMinWidth(18);
    severity.ifPresent(
        s -> {
          boolean error = s == Severity.ERROR;
          var shape = Icons.row(error ? "mdi2c-close-octagon" : "mdi2t-triangle");
          shape.getStyleClass().add(error ? "danger" : "warning");
          icon.getChildren().add(shape);
        });
    Label number = new Label(Integer.toString(line + 1));
    number.getStyleClass().add("line-number");
    number.setMinWidth(digits(area) * 8 + 4);
    number.setAlignment(Pos.CENTER_RIGHT);
    HBox box = new HBox(icon, number);
    box.getStyleClass().add("gutter");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static int digits(CodeArea area) {
    return Math.max(2, Integer.toString(area.getParagraphs().size()).length());
  }
}
