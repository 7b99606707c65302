package dev.plantwright.api.controls;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/** Buttons in the sizes of the look. */
public final class Buttons {
  private Buttons() {}

  /** A verb with an object where it is not plain. */
  public static Button of(String text, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().setAll("button", "pw-button");
    button.setOnAction(e -> action.run());
    return button;
  }

  /** At most one in a part. */
  public static Button primary(String text, Runnable action) {
    Button button = of(text, action);
    button.getStyleClass().add("primary");
    return button;
  }

  /** 24 px high, for part toolbars and forms. */
  public static <B extends ButtonBase> B compact(B button) {
    button.getStyleClass().add("compact");
    return button;
  }

  /**
   * A button without text.
   *
   * @param name what it does, with the key if it has one: tooltip and accessible name
   */
  public static Button icon(String icon, String name, Runnable action) {
    Button button = new Button();
    button.getStyleClass().setAll("button", "icon-button");
    dress(button, icon, name);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** A switch without text, as {@link #icon}. */
  public static ToggleButton toggle(String icon, String name) {
    ToggleButton button = new ToggleButton();
    button.getStyleClass().setAll("toggle-button", "icon-button");
    dress(button, icon, name);
    return button;
  }

  private static void dress(ButtonBase button, String icon, String name) {
    button.setGraphic(Icons.of(icon));
    button.setTooltip(new Tooltip(name));
    button.setAccessibleText(name);
  }
}
