package dev.plantwright.shell.dock;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import software.coley.bentofx.control.Header;

/** Our badge, unsaved dot and preview state on BentoFX's tab. */
final class TabDress {
  private static final PseudoClass PREVIEW = PseudoClass.getPseudoClass("preview");
  private static final int BADGE_COLUMN = 3;

  private TabDress() {}

  static void dress(Header header, PartTab tab) {
    header.setAccessibleText(tab.titleText());
    // A tab that takes the focus selects itself: losing a focused node would switch tabs.
    header.setFocusTraversable(false);
    header.setId("tab/" + tab.id());
    closeButton(header).ifPresent(button -> closing(button, tab));
    grid(header).ifPresent(grid -> badge(grid, tab));
    attached(header, tab.preview(), p -> header.pseudoClassStateChanged(PREVIEW, p));
  }

  private static void closing(Button button, PartTab tab) {
    button.setText("");
    button.setAccessibleText("Close");
    attached(button, tab.documentShown(), document -> mark(button, tab));
  }

  private static void mark(Button button, PartTab tab) {
    tab.document()
        .ifPresentOrElse(
            document -> attached(button, document.edited(), edited -> show(button, edited)),
            () -> show(button, false));
  }

  private static void show(Button button, boolean edited) {
    var icon = Icons.of(edited ? "mdi2c-circle-medium" : "mdi2c-close");
    icon.getStyleClass().add(edited ? "warning" : "tab-close");
    button.setGraphic(icon);
  }

  private static void badge(GridPane grid, PartTab tab) {
    attached(
        grid,
        tab.badge(),
        badge -> {
          grid.getChildren().removeIf(n -> n.getStyleClass().contains("badge"));
          if (badge.count() > 0) {
            Label label = Pills.badge(badge.count(), badge.error() ? "danger" : "neutral");
            grid.add(label, BADGE_COLUMN, 0);
          }
        });
  }

  /** Listens as long as the header is alive: the listener is held by the node alone. */
  private static <T> void attached(
      Node node, ObservableValue<T> value, Consumer<? super T> consumer) {
    ChangeListener<T> listener = (observable, before, after) -> consumer.accept(after);
    if (node.getProperties().putIfAbsent(value, listener) == null) {
      value.addListener(new WeakChangeListener<>(listener));
    }
    consumer.accept(value.getValue());
  }

  private static Optional<Button> closeButton(Parent parent) {
    return find(parent, Button.class);
  }

  private static Optional<GridPane> grid(Parent parent) {
    return find(parent, GridPane.class);
  }

  private static <T> Optional<T> find(Parent parent, Class<T> type) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (type.isInstance(child)) {
        return Optional.of(type.cast(child));
      }
      if (child instanceof Parent p) {
        var inside = find(p, type);
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }
}
