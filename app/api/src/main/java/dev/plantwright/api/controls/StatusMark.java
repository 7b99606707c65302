package dev.plantwright.api.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** A status as shape and word. Reusable in cells: {@link #show} changes it without new nodes. */
public final class StatusMark extends Label {
  private final FontIcon icon = new FontIcon();
  private Status status;

  public StatusMark() {
    StackPane box = new StackPane(icon);
    box.setMinWidth(14);
    box.setPrefWidth(14);
    setGraphic(box);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("status-mark");
  }

  public static StatusMark of(Status status) {
    return of(status, status.word());
  }

  /** A mark with words of its own, such as "unchanged for 48 s"; empty: the shape alone. */
  public static StatusMark of(Status status, String words) {
    StatusMark mark = new StatusMark();
    mark.show(status, words);
    return mark;
  }

  public void show(Status next, String words) {
    setText(words);
    setAccessibleText(words.isEmpty() ? next.word() : words);
    if (next == status) {
      return;
    }
    if (status != null) {
      icon.getStyleClass().removeAll(status.tone(), "size-" + status.size());
      getStyleClass().remove(status.tone());
    }
    status = next;
    icon.setIconLiteral(next.icon());
    icon.getStyleClass().addAll(next.tone(), "size-" + next.size());
    getStyleClass().add(next.tone());
  }
}
