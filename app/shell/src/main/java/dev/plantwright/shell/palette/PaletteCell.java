package dev.plantwright.shell.palette;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import dev.plantwright.shell.palette.Ranking.Hit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line of Quick Access, the found letters marked. */
final class PaletteCell extends ListCell<Hit> {
  @Override
  protected void updateItem(Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    setText(null);
    if (empty || hit == null) {
      setGraphic(null);
      return;
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, Icons.of(hit.entry().icon()));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getChildren().add(marked(hit.entry().title(), hit.titleLetters(), "found-title"));
    row.getChildren().add(marked(hit.entry().detail(), hit.detailLetters(), "found-detail"));
    row.getChildren().add(space);
    if (!hit.entry().keys().isEmpty()) {
      row.getChildren().add(Pills.key(hit.entry().keys()));
    }
    Label kind = new Label(hit.entry().kind());
    kind.getStyleClass().addAll("muted", "dense");
    kind.setMinWidth(USE_PREF_SIZE);
    row.getChildren().add(kind);
    setGraphic(row);
    setAccessibleText(hit.entry().title() + ", " + hit.entry().kind());
  }

  private static Node marked(String text, int[] letters, String style) {
    Set<Integer> found = Arrays.stream(letters).boxed().collect(Collectors.toSet());
    List<Node> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || found.contains(i) != found.contains(start)) {
        Label run = new Label(text.substring(start, i));
        run.getStyleClass().add(style);
        if (found.contains(start)) {
          run.getStyleClass().add("found");
        }
        run.setMinWidth(style.equals("found-title") ? USE_PREF_SIZE : 0);
        runs.add(run);
        start = i;
      }
    }
    HBox box = new HBox(runs.toArray(Node[]::new));
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(0);
    return box;
  }
}
