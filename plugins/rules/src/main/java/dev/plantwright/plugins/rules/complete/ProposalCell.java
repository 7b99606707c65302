package dev.plantwright.plugins.rules.complete;

import dev.plantwright.api.controls.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A proposal: icon, text, type, and where it comes from with its present value. */
final class ProposalCell extends ListCell<Proposal> {
  private static final double TYPE_WIDTH = 76;
  private static final double DETAIL_WIDTH = 196;

  private final FontIcon icon = Icons.row(Proposal.Kind.COLUMN.icon());
  private final Label text = new Label();
  private final Label type = new Label();
  private final Label detail = new Label();
  private final HBox box = new HBox(8, icon, text, type, detail);

  ProposalCell() {
    text.getStyleClass().add("mono");
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    fixed(type, TYPE_WIDTH);
    fixed(detail, DETAIL_WIDTH);
    box.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    show(false);
    selectedProperty().addListener((o, was, is) -> show(is));
  }

  /** The list never has the focus, and still its choice is what the keys act on. */
  private void show(boolean selected) {
    String colour = selected ? "-color-accent-subtle" : "transparent";
    setStyle("-fx-background-color: " + colour + ";");
  }

  private static void fixed(Label label, double width) {
    label.getStyleClass().addAll("dense", "muted");
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
  }

  @Override
  protected void updateItem(Proposal item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setIconLiteral(item.kind().icon());
    text.setText(item.shown());
    type.setText(item.type());
    detail.setText(item.detail());
    setAccessibleText(item.shown() + " " + item.type() + " " + item.detail());
    setGraphic(box);
  }
}
