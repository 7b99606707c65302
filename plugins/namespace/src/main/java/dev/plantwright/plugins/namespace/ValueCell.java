package dev.plantwright.plugins.namespace;

import dev.plantwright.live.rows.Row;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The value, flush right; marked when it is what the query found. */
final class ValueCell extends LiveCell {
  private final Label label = new Label();

  ValueCell(RowTable table) {
    super(table);
    getStyleClass().add("number");
    label.getStyleClass().add("piece");
    label.setMinWidth(Region.USE_PREF_SIZE);
  }

  @Override
  void show(Row row) {
    boolean value = RowWords.isValue(row);
    String text = RowWords.value(row);
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
    boolean word = value && RowWords.isWord(row) && RowWords.hasValue(row);
    label.setMinWidth(word ? 0 : Region.USE_PREF_SIZE);
    mark("mono", word);
    mark("found", row.match() && table().rows().query().comparesValue());
    mark("muted", !value || RowWords.isStale(row));
    mark("subtle", value && !RowWords.hasValue(row));
    if (getGraphic() != label) {
      setGraphic(label);
    }
  }

  @Override
  void clear() {
    setGraphic(null);
  }

  private void mark(String name, boolean on) {
    if (on != label.getStyleClass().contains(name)) {
      if (on) {
        label.getStyleClass().add(name);
      } else {
        label.getStyleClass().remove(name);
      }
    }
  }
}
