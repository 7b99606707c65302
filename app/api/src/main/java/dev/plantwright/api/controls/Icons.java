package dev.plantwright.api.controls;

import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by name of the pack, such as {@code mdi2f-factory}; one icon for each noun. */
public final class Icons {
  private Icons() {}

  /** 16 px, for buttons and tabs. */
  public static FontIcon of(String name) {
    return new FontIcon(name);
  }

  /** 14 px, for rows. */
  public static FontIcon row(String name) {
    FontIcon icon = new FontIcon(name);
    icon.getStyleClass().add("row-icon");
    return icon;
  }
}
