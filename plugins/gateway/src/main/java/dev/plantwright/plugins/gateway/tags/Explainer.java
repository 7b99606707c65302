package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import dev.plantwright.field.modbus.AddressExplanation;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Hangs below an address that is being typed and says what it means. */
final class Explainer extends VBox {
  private static final double WIDTH = 420;
  private static final int SERIES = 10;
  private static final int[] COLOURS = {1, 3, 5, 4, 2, 6, 7, 8, 9, 10};

  private final HBox parts = new HBox(6);
  private final Label pill = Pills.pill("", "success");
  private final Label sentence = new Label();
  private final GridPane facts = new GridPane();

  Explainer() {
    setId("part/tags/explainer");
    getStyleClass().addAll("popup-panel", "explainer");
    setManaged(false);
    setVisible(false);
    setMouseTransparent(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, parts, space, pill);
    head.setAlignment(Pos.TOP_LEFT);
    sentence.setWrapText(true);
    sentence.setId("part/tags/explainer-sentence");
    facts.getStyleClass().add("facts");
    getChildren().addAll(head, sentence, facts, foot());
  }

  private static Node foot() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot =
        new HBox(
            8,
            space,
            quiet("Apply"),
            Pills.key("Enter"),
            quiet("Next tag"),
            Pills.key("Tab"),
            quiet("Leave"),
            Pills.key("Esc"));
    foot.getStyleClass().add("foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("muted", "dense");
    return label;
  }

  void hide() {
    setVisible(false);
  }

  /**
   * Shows an explanation below a cell, above it where there is no room.
   *
   * @param cell in the coordinates of the parent
   */
  void show(Explanation explanation, Bounds cell, double width, double height) {
    fill(explanation);
    setVisible(true);
    toFront();
    applyCss();
    double wide = Math.min(WIDTH, width - 16);
    double high = prefHeight(wide);
    double x = Math.max(8, Math.min(cell.getMinX() - 8, width - wide - 8));
    boolean below = cell.getMaxY() + 4 + high <= height;
    double y = below ? cell.getMaxY() + 4 : Math.max(4, cell.getMinY() - 4 - high);
    resizeRelocate(Math.rint(x), Math.rint(y), wide, high);
    layout();
  }

  private void fill(Explanation explanation) {
    parts.getChildren().clear();
    int colour = 0;
    for (AddressExplanation.Part part : explanation.parts()) {
      boolean named = !part.words().isEmpty();
      parts.getChildren().add(part(part, named ? COLOURS[colour++ % SERIES] : 0));
    }
    pill.setText(explanation.valid() ? "valid" : "invalid");
    pill.setGraphic(Icons.row(explanation.valid() ? "mdi2c-check-bold" : "mdi2c-close-octagon"));
    pill.getStyleClass().removeAll("success", "danger");
    pill.getStyleClass().add(explanation.valid() ? "success" : "danger");
    pill.getGraphic().getStyleClass().add(explanation.valid() ? "success" : "danger");
    sentence.setText(explanation.sentence());
    facts.getChildren().clear();
    facts.setVisible(!explanation.facts().isEmpty());
    facts.setManaged(!explanation.facts().isEmpty());
    explanation.facts().forEach(this::fact);
  }

  private static Node part(AddressExplanation.Part part, int colour) {
    Label text = new Label(part.text());
    text.getStyleClass().add("address-part");
    VBox box = new VBox(4, text);
    box.setAlignment(Pos.TOP_CENTER);
    text.setMinWidth(Region.USE_PREF_SIZE);
    if (colour == 0) {
      return box;
    }
    Label words = new Label(part.words());
    words.getStyleClass().addAll("small", "muted");
    words.setMinWidth(Region.USE_PREF_SIZE);
    text.setStyle(
        "-fx-border-color: transparent transparent -pw-series-" + colour + " transparent;");
    box.getChildren().add(words);
    return box;
  }

  private void fact(Explanation.Fact fact) {
    int row = facts.getChildren().size() / 2;
    Label name = quiet(fact.name());
    name.setMinWidth(96);
    Label text = new Label(fact.text());
    text.getStyleClass().add(fact.code() ? "mono" : "dense");
    text.setWrapText(true);
    facts.addRow(row, name, text);
    GridPane.setValignment(name, javafx.geometry.VPos.TOP);
  }
}
