package dev.plantwright.plugins.plant.explorer;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A line of the explorer: icon, name, and at the right edge problem count and state in a column.
 */
final class ItemCell extends TreeCell<Item> {
  private final ExplorerPart explorer;
  private final FontIcon icon = Icons.row("mdi2f-factory");
  private final Label name = new Label();
  private final Label second = new Label();
  private final Label badge = new Label();
  private final StatusMark mark = new StatusMark();
  private final Tooltip words = new Tooltip();
  private final HBox box;

  ItemCell(ExplorerPart explorer) {
    this.explorer = explorer;
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    badge.getStyleClass().add("badge");
    badge.setMinWidth(16);
    second.getStyleClass().addAll("small", "subtle");
    second.setMinWidth(0);
    mark.setMinWidth(14);
    mark.setTooltip(words);
    box = new HBox(6, icon, name, second, space, badge, mark);
    box.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Item item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(box);
    icon.setIconLiteral(item.icon());
    name.setText(item.title());
    name.getStyleClass().removeAll("strong");
    if (item.kind() == Item.Kind.PLANT) {
      name.getStyleClass().add("strong");
    }
    badge(explorer.errors(item), explorer.warnings(item));
    state(item);
    setAccessibleText(item.title());
  }

  private void badge(int errors, int warnings) {
    badge.setVisible(errors + warnings > 0);
    badge.setManaged(errors + warnings > 0);
    badge.setText(Integer.toString(errors + warnings));
    badge.getStyleClass().removeAll("danger", "warning");
    badge.getStyleClass().add(errors > 0 ? "danger" : "warning");
    badge.setAccessibleText(errors + " errors, " + warnings + " warnings");
  }

  private void state(Item item) {
    Optional<RunningStates.State> state = explorer.state(item);
    boolean missing = explorer.notDeployed(item);
    mark.setVisible(state.isPresent() || missing);
    second.setText(missing ? "not deployed" : "");
    if (missing) {
      mark.show(Status.NOT_DEPLOYED, "");
      words.setText(item.title() + ": not deployed yet");
    }
    state.ifPresent(
        s -> {
          mark.show(s.status(), "");
          words.setText(item.title() + ": " + s.words());
        });
  }
}
