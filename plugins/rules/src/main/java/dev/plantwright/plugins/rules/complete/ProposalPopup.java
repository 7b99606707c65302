package dev.plantwright.plugins.rules.complete;

import dev.plantwright.api.controls.Pills;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** The list of proposals below the caret. The editor keeps the focus. */
final class ProposalPopup {
  private static final double WIDTH = 560;
  private static final double ROW = 24;
  private static final int MOST_ROWS = 9;

  private final Popup popup = new Popup();
  private final ListView<Proposal> list = new ListView<>();

  ProposalPopup(Runnable onChosen) {
    list.setId("part/rule/completion");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setCellFactory(l -> new ProposalCell());
    list.setOnMouseClicked(e -> onChosen.run());
    list.setStyle("-fx-background-color: transparent;");
    Node keys =
        new HBox(6, Pills.key("Enter"), hint("insert"), Pills.key("Tab"), hint("replace word"));
    ((HBox) keys).setAlignment(Pos.CENTER_LEFT);
    keys.setStyle("-fx-padding: 4 8 4 8;");
    VBox panel = new VBox(list, keys);
    panel.getStyleClass().add("popup-panel");
    panel.setStyle("-fx-padding: 1;");
    panel.setPrefWidth(WIDTH);
    popup.getContent().add(panel);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(false);
  }

  private static Label hint(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("small", "muted");
    return label;
  }

  void show(Node owner, Bounds caret, List<Proposal> proposals) {
    list.getItems().setAll(proposals);
    list.getSelectionModel().select(0);
    list.scrollTo(0);
    double height = Math.min(MOST_ROWS, proposals.size()) * ROW + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
    if (!popup.isShowing()) {
      popup.show(owner, caret.getMinX() - 30, caret.getMaxY() + 4);
    }
  }

  void hide() {
    popup.hide();
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  void move(int by) {
    int next = list.getSelectionModel().getSelectedIndex() + by;
    int index = Math.clamp(next, 0, list.getItems().size() - 1);
    list.getSelectionModel().select(index);
    list.scrollTo(Math.max(0, index - MOST_ROWS + 2));
  }

  Optional<Proposal> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }
}
