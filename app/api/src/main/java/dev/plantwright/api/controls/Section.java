package dev.plantwright.api.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A part of a part: one header line that folds what is below it. */
public final class Section extends VBox {
  private final FontIcon arrow = Icons.row("mdi2c-chevron-down");
  private final HBox header = new HBox();
  private final Node body;

  /**
   * @param right what stands at the right end of the header, such as a count or a choice
   */
  public Section(String title, Node body, Node... right) {
    this.body = body;
    Label label = new Label(title);
    label.getStyleClass().add("section-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    header.getStyleClass().add("section-header");
    header.getChildren().addAll(arrow, label, space);
    header.getChildren().addAll(right);
    arrow.setOnMouseClicked(e -> fold(body.isVisible()));
    label.setOnMouseClicked(e -> fold(body.isVisible()));
    getChildren().addAll(header, body);
    VBox.setVgrow(body, Priority.ALWAYS);
  }

  public void fold(boolean folded) {
    arrow.setIconLiteral(folded ? "mdi2c-chevron-right" : "mdi2c-chevron-down");
    body.setVisible(!folded);
    body.setManaged(!folded);
  }
}
