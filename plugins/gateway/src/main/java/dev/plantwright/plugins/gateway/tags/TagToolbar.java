package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.controls.Buttons;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Group, filter, add and remove; at the right what a cycle costs. */
final class TagToolbar extends HBox {
  private static final String ALL = "All groups";

  private final ComboBox<String> group = new ComboBox<>();
  private final TextField filter = new TextField();
  private final Label label = new Label("Per cycle");
  private final Label cost = new Label();
  private final Set<String> closed = new HashSet<>();
  private final Button remove;
  private final Runnable changed;

  TagToolbar(Runnable changed, Runnable add, Runnable removal) {
    this.changed = changed;
    getStyleClass().add("part-toolbar");
    group.setId("part/tags/group");
    group.getStyleClass().add("compact");
    group.setPrefWidth(136);
    group.getItems().setAll(List.of(ALL));
    group.setValue(ALL);
    group.valueProperty().addListener((o, was, is) -> changed.run());
    filter.setId("part/tags/filter");
    filter.getStyleClass().add("compact");
    filter.setPromptText("Filter tags");
    filter.setPrefWidth(180);
    filter.textProperty().addListener((o, was, is) -> changed.run());
    filter.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            filter.clear();
            e.consume();
          }
        });
    Button plus = Buttons.icon("mdi2p-plus", "Add tag", add);
    plus.setId("part/tags/add");
    remove = Buttons.icon("mdi2m-minus", "Remove selected tags (Delete)", removal);
    remove.setId("part/tags/remove");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    label.getStyleClass().addAll("muted", "dense");
    cost.getStyleClass().addAll("strong", "dense");
    cost.setId("part/tags/cost");
    cost.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(group, filter, plus, remove, space, label, cost);
  }

  TextField filter() {
    return filter;
  }

  Lines.View view() {
    return new Lines.View(group(), filter.getText(), closed);
  }

  /** The one group that is chosen. */
  Optional<String> group() {
    return Optional.ofNullable(group.getValue()).filter(g -> !g.equals(ALL));
  }

  void fold(String name) {
    if (!closed.remove(name)) {
      closed.add(name);
    }
    changed.run();
  }

  /** Makes a row visible: nothing filtered or folded away. */
  void reveal() {
    closed.clear();
    filter.clear();
    group.setValue(ALL);
    changed.run();
  }

  void show(Draft draft) {
    List<String> groups = new ArrayList<>(List.of(ALL));
    groups.addAll(Lines.groups(draft));
    if (!groups.equals(group.getItems())) {
      String chosen = group.getValue();
      group.getItems().setAll(groups);
      group.setValue(groups.contains(chosen) ? chosen : ALL);
    }
    cost.setText(draft.plan().cost());
    label.setVisible(!cost.getText().isEmpty());
  }

  void removable(boolean any) {
    remove.setDisable(!any);
  }
}
