package dev.plantwright.plugins.namespace;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import dev.plantwright.live.rows.Query;
import dev.plantwright.live.rows.Row;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Name of a row, indented, with the arrow that opens it; what was found in it is marked. */
final class TopicCell extends LiveCell {
  private static final int INDENT = 14;

  private final FontIcon arrow = Icons.row("mdi2c-chevron-right");
  private final StackPane arrowBox = new StackPane(arrow);
  private final FontIcon icon = Icons.row("mdi2t-tag-outline");
  private final StackPane iconBox = new StackPane(icon);
  private final HBox name = new HBox();
  private final Label matches = Pills.pill("", "neutral");
  private final HBox box = new HBox(arrowBox, iconBox, name, matches);
  private String shownName = "";
  private List<Query.Token> shownFound = List.of();
  private boolean shownBranch;

  TopicCell(RowTable table) {
    super(table);
    getStyleClass().add("topic-cell");
    box.getStyleClass().add("topic-box");
    arrowBox.setMinWidth(18);
    arrowBox.getStyleClass().add("row-arrow");
    iconBox.setMinWidth(14);
    name.getStyleClass().add("topic-name");
    name.setMinWidth(0);
    HBox.setMargin(name, new Insets(0, 8, 0, 6));
    arrowBox.setOnMousePressed(
        event -> {
          if (!isEmpty() && arrow.isVisible()) {
            table().toggle(getIndex());
            event.consume();
          }
        });
  }

  @Override
  void show(Row row) {
    getTableRow().getProperties().put("depth", row.depth());
    getTableRow().getProperties().put("expanded", row.expanded());
    box.setPadding(new Insets(0, 0, 0, 2 + Math.min(row.depth(), 24) * INDENT));
    arrow.setVisible(row.branch());
    set(arrow, row.expanded() ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
    set(icon, RowWords.icon(row));
    Query query = table().rows().query();
    boolean mark = row.match() || !RowWords.isValue(row);
    name(RowWords.name(row), mark ? query.found(row.name()) : List.of(), row.branch());
    boolean hidden = row.branch() && !row.expanded() && row.matches() > 0;
    matches.setVisible(hidden);
    matches.setManaged(hidden);
    if (hidden) {
      matches.setText(row.matches() + (row.matches() == 1 ? " match" : " matches"));
    }
    if (getGraphic() != box) {
      setGraphic(box);
    }
  }

  @Override
  void clear() {
    setGraphic(null);
  }

  private static void set(FontIcon icon, String literal) {
    if (!literal.equals(icon.getIconLiteral())) {
      icon.setIconLiteral(literal);
    }
  }

  private void name(String text, List<Query.Token> found, boolean branch) {
    if (text.equals(shownName) && found.equals(shownFound) && branch == shownBranch) {
      return;
    }
    shownName = text;
    shownFound = found;
    shownBranch = branch;
    name.getChildren().clear();
    int at = 0;
    for (Query.Token token : found) {
      piece(text.substring(at, token.start()), false, branch);
      piece(text.substring(token.start(), token.end()), true, branch);
      at = token.end();
    }
    piece(text.substring(at), false, branch);
    name.setAccessibleText(text);
    setAccessibleText(text);
  }

  private void piece(String text, boolean found, boolean branch) {
    if (!text.isEmpty()) {
      Label label = new Label(text);
      label.getStyleClass().add("piece");
      if (found) {
        label.getStyleClass().add("found");
        label.setMinWidth(Region.USE_PREF_SIZE);
      } else {
        label.setMinWidth(shownFound.isEmpty() ? 0 : Region.USE_COMPUTED_SIZE);
      }
      if (branch) {
        label.getStyleClass().add("strong");
      }
      name.getChildren().add(label);
    }
  }
}
