package dev.plantwright.shell.dock;

import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import software.coley.bentofx.control.HeaderPane;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** Tab strip: tabs left, the buttons of the shown part and its menu right. */
final class StripPane extends HeaderPane {
  /** Key of a leaf's property: the box of the buttons of the part shown. */
  static final String TOOLS = "tools";

  StripPane(DockContainerLeaf container) {
    super(container);
  }

  // Called while the super constructor runs: nothing of this class is set then.
  @Override
  protected Node[] createButtonArray() {
    DockContainerLeaf leaf = getContainer();
    Dock dock = ((DockBento) leaf.getBento()).dock();
    Button hidden = createDockableListButton();
    hidden.setText("");
    hidden.setGraphic(Icons.of("mdi2c-chevron-down"));
    hidden.getStyleClass().setAll("button", "icon-button", "strip-button");
    HBox tools = new HBox();
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.getStyleClass().add("strip-tools");
    leaf.selectedDockableProperty()
        .addListener((observable, before, after) -> dock.fillTools(leaf));
    leaf.getProperties().put(TOOLS, tools);
    Button menu = Buttons.icon("mdi2d-dots-vertical", "Part menu", () -> {});
    menu.getStyleClass().add("strip-button");
    menu.setFocusTraversable(false);
    menu.setOnAction(
        e -> dock.selected((StackLeaf) leaf).ifPresent(tab -> dock.menuBelow(tab, menu)));
    HBox box = new HBox(hidden, tools, menu);
    box.setAlignment(Pos.CENTER_RIGHT);
    box.getStyleClass().add("strip-buttons");
    box.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(leaf.getDockables()));
    return new Node[] {box};
  }
}
