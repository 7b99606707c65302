package dev.plantwright.shell.parts;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.controls.Pills;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys with what they do; a double click does it. */
public final class KeySheetPart implements Part {
  /** A line of the sheet. */
  public record Line(String commandId, String keys, String title, String where) {}

  private final TextField filter = new TextField();
  private final ListView<Line> list = new ListView<>();
  private final VBox node;

  public KeySheetPart(PartContext context, List<Line> lines) {
    filter.setId("part/keys/filter");
    filter.setPromptText("Filter by key or command");
    HBox.setHgrow(filter, Priority.ALWAYS);
    filter.getStyleClass().add("compact");
    filter.textProperty().addListener((o, before, text) -> show(lines, text));
    list.setId("part/keys/list");
    list.setCellFactory(l -> new LineCell());
    list.setOnMouseClicked(
        e -> {
          Line line = list.getSelectionModel().getSelectedItem();
          if (e.getClickCount() == 2 && line != null) {
            context.workbench().run(line.commandId());
          }
        });
    HBox bar = new HBox(filter);
    bar.getStyleClass().add("part-toolbar");
    VBox.setVgrow(list, Priority.ALWAYS);
    node = new VBox(bar, list);
    show(lines, "");
  }

  private void show(List<Line> lines, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    list.getItems()
        .setAll(
            lines.stream()
                .filter(l -> (l.keys() + " " + l.title()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
  }

  private static final class LineCell extends ListCell<Line> {
    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      HBox keys = new HBox(Pills.key(line.keys()));
      keys.setAlignment(Pos.CENTER_LEFT);
      keys.setMinWidth(140);
      Label where = new Label(line.where());
      where.getStyleClass().addAll("muted", "dense");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox row = new HBox(8, keys, new Label(line.title()), space, where);
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    filter.requestFocus();
  }
}
