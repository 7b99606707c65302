package dev.plantwright.api.controls;

import javafx.scene.control.Label;

/** Small rounded labels. */
public final class Pills {
  private Pills() {}

  /**
   * @param tone {@code neutral}, {@code success}, {@code warning}, {@code danger} or {@code live}
   */
  public static Label pill(String text, String tone) {
    Label label = new Label(text);
    label.getStyleClass().addAll("pill", tone);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  /** A count in a round badge; the same tones, and {@code accent}. */
  public static Label badge(int count, String tone) {
    Label label = new Label(Integer.toString(count));
    label.getStyleClass().addAll("badge", tone);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  /** A key as it is printed on it. */
  public static Label key(String keys) {
    Label label = new Label(keys);
    label.getStyleClass().add("key");
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }
}
