package dev.plantwright.api.controls;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a part shows when it has nothing: what is true, why, and what can be done. */
public final class EmptyState extends VBox {
  private final Label text = new Label();

  public EmptyState(String icon, String title, String sentence, List<Button> actions) {
    getStyleClass().add("empty-state");
    Label heading = new Label(title);
    heading.getStyleClass().add("title");
    text.setText(sentence);
    text.setWrapText(true);
    text.getStyleClass().add("text");
    HBox buttons = new HBox(8, actions.toArray(Button[]::new));
    buttons.setStyle("-fx-alignment: center; -fx-padding: 8 0 0 0;");
    getChildren().addAll(Icons.of(icon), heading, text, buttons);
  }

  /** Changes the sentence, for states that count seconds. */
  public void say(String sentence) {
    text.setText(sentence);
  }
}
