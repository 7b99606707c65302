package dev.plantwright.shell.window;

import dev.plantwright.api.Notice;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.plant.Severity;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Notices in the lower right corner: three at most, older ones wait below and are then gone. */
public final class NoticeCorner extends VBox {
  private static final int SHOWN = 3;

  private final Deque<Node> order = new ArrayDeque<>();

  public NoticeCorner() {
    getStyleClass().add("notices");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  public void tell(Notice notice) {
    Node card = card(notice);
    order.addLast(card);
    getChildren().add(card);
    while (order.size() > SHOWN) {
      getChildren().remove(order.removeFirst());
    }
  }

  private void close(Node card) {
    order.remove(card);
    getChildren().remove(card);
  }

  private Node card(Notice notice) {
    Label title = new Label(notice.title());
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    VBox text = new VBox(2, title);
    if (!notice.detail().isEmpty()) {
      Label detail = new Label(notice.detail());
      detail.getStyleClass().addAll("muted", "dense");
      detail.setWrapText(true);
      text.getChildren().add(detail);
    }
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(8, icon(notice), text);
    VBox card = new VBox(8, row);
    card.getStyleClass().addAll("notice", "popup-panel");
    Button close = Buttons.icon("mdi2c-close", "Close", () -> close(card));
    close.getStyleClass().add("strip-button");
    row.getChildren().add(close);
    if (!notice.actions().isEmpty()) {
      card.getChildren().add(actions(notice, card));
    }
    return card;
  }

  private Node actions(Notice notice, Node card) {
    HBox actions = new HBox(8);
    actions.setAlignment(Pos.CENTER_RIGHT);
    for (Notice.Action action : notice.actions()) {
      Runnable run =
          () -> {
            close(card);
            action.run().run();
          };
      actions.getChildren().add(Buttons.compact(Buttons.of(action.title(), run)));
    }
    return actions;
  }

  private static Node icon(Notice notice) {
    var icon =
        Icons.of(
            notice
                .severity()
                .map(s -> s == Severity.ERROR ? "mdi2c-close-octagon" : "mdi2t-triangle")
                .orElse("mdi2i-information-outline"));
    icon.getStyleClass()
        .add(
            notice
                .severity()
                .map(s -> s == Severity.ERROR ? "danger" : "warning")
                .orElse("accent"));
    Region top = new Region();
    top.setMinHeight(1);
    return new VBox(top, icon);
  }
}
