package dev.plantwright.api.controls;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A choice of one among few, as joined segments. With an id {@code part/namespace/mode} the segment
 * <i>Only matches</i> gets the id {@code part/namespace/mode/only-matches}.
 */
public final class Segmented extends HBox {
  private final ToggleGroup group = new ToggleGroup();

  public Segmented(List<String> choices, String chosen, Consumer<String> onChoice) {
    getStyleClass().add("segmented");
    for (String choice : choices) {
      ToggleButton button = new ToggleButton(choice);
      button.setToggleGroup(group);
      button.setSelected(choice.equals(chosen));
      button.pseudoClassStateChanged(
          PseudoClass.getPseudoClass("first-segment"), choice.equals(choices.getFirst()));
      button.pseudoClassStateChanged(
          PseudoClass.getPseudoClass("last-segment"), choice.equals(choices.getLast()));
      getChildren().add(button);
    }
    idProperty().addListener((observable, before, after) -> name(after));
    group
        .selectedToggleProperty()
        .addListener(
            (observable, before, after) -> {
              if (after == null) {
                group.selectToggle(before);
              } else if (before != null) {
                onChoice.accept(((ToggleButton) after).getText());
              }
            });
  }

  private void name(String id) {
    for (Node segment : getChildren()) {
      String words = ((ToggleButton) segment).getText().toLowerCase(Locale.ROOT);
      segment.setId(id + "/" + words.replace(' ', '-'));
    }
  }

  public String chosen() {
    return ((ToggleButton) group.getSelectedToggle()).getText();
  }

  public void choose(String choice) {
    group.getToggles().stream()
        .filter(t -> ((ToggleButton) t).getText().equals(choice))
        .findFirst()
        .ifPresent(group::selectToggle);
  }
}
