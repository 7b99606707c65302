package dev.plantwright.plugins.plant.sites;

import dev.plantwright.api.controls.Buttons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A login: whose it is, the user, and a button that copies the secret, which is never shown. */
final class LoginRow {
  private LoginRow() {}

  static HBox of(String door, String user, String secret) {
    Label name = new Label(door);
    name.getStyleClass().addAll("muted", "dense");
    name.setMinWidth(64);
    Label who = new Label(user);
    who.getStyleClass().add("mono");
    who.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var copy =
        Buttons.icon(
            "mdi2c-content-copy",
            "Copy the " + (user.equals("token") ? "token" : "password") + " of " + door,
            () -> copy(secret));
    HBox row = new HBox(6, name, who, space, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMaxHeight(24);
    return row;
  }

  private static void copy(String secret) {
    ClipboardContent content = new ClipboardContent();
    content.putString(secret);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
