package dev.plantwright.api.controls;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line over the body of a part; takes no space while hidden. */
public final class Banner extends HBox {
  /** How loud it is. */
  public enum Tone {
    INFO("mdi2i-information-outline", "accent"),
    WARNING("mdi2t-triangle", "warning"),
    DANGER("mdi2c-close-octagon", "danger");

    private final String icon;
    private final String colour;

    Tone(String icon, String colour) {
      this.icon = icon;
      this.colour = colour;
    }
  }

  public Banner() {
    getStyleClass().add("banner");
    hide();
  }

  public void show(Tone tone, String sentence, List<? extends Node> actions) {
    getStyleClass().removeAll("info", "warning", "danger");
    getStyleClass().add(tone.name().toLowerCase(java.util.Locale.ROOT));
    var icon = Icons.of(tone.icon);
    icon.getStyleClass().add(tone.colour);
    Label text = new Label(sentence);
    text.setWrapText(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    text.setMinWidth(0);
    getChildren().setAll(icon, text, space);
    getChildren().addAll(actions);
    setVisible(true);
    setManaged(true);
  }

  public void hide() {
    setVisible(false);
    setManaged(false);
  }
}
