package dev.plantwright.shell.window;

import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/** The site in the toolbar: its name and how it is doing; opens the Sites part. */
public final class SiteButton extends Button {
  private final StatusMark mark = new StatusMark();

  public SiteButton(Runnable open) {
    getStyleClass().setAll("button", "pw-button", "site-chooser");
    setId("site/chooser");
    setContentDisplay(ContentDisplay.LEFT);
    setFocusTraversable(false);
    setGraphic(mark);
    setOnAction(e -> open.run());
  }

  public void show(String name, Status status, String words) {
    mark.show(status, name);
    setAccessibleText("Site " + name + ": " + words);
  }
}
