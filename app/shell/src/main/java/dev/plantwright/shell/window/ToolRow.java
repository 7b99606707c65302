package dev.plantwright.shell.window;

import dev.plantwright.api.Command;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import dev.plantwright.shell.commands.CommandTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The toolbar: files, undo, site and Deploy at the left, Quick Access in the middle, plant, theme
 * and help at the right.
 */
public final class ToolRow extends StackPane {
  private record Tool(String command, Button button) {}

  private final CommandTable commands;
  private final List<Tool> tools = new ArrayList<>();
  private final HBox left = new HBox();
  private final HBox right = new HBox();
  private final HBox site = new HBox();
  private final Button search = new Button();
  private final Label prompt = new Label("Search commands, parts, files");
  private final Label plant = new Label();
  private Optional<Button> deploy = Optional.empty();

  public ToolRow(CommandTable commands) {
    this.commands = commands;
    getStyleClass().add("tool-row");
    left.getStyleClass().add("tools");
    right.getStyleClass().addAll("tools", "tools-right");
    site.getStyleClass().add("tools");
    HBox row = new HBox(left, space(), search, space(), right);
    row.getStyleClass().add("tools");
    plant.getStyleClass().add("plant-name");
    search(() -> commands.run("quick.access"));
    getChildren().add(row);
  }

  private static Region space() {
    Region space = new Region();
    space.setMinWidth(8);
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private void search(Runnable open) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    prompt.getStyleClass().add("subtle");
    HBox inside = new HBox(8, Icons.of("mdi2m-magnify"), prompt, space, Pills.key("Ctrl+Shift+P"));
    inside.getStyleClass().add("search-inside");
    search.setGraphic(inside);
    search.setId("command/quick.access");
    search.setAccessibleText("Quick Access, Ctrl+Shift+P");
    search.getStyleClass().setAll("search-button");
    search.setFocusTraversable(false);
    search.setOnAction(e -> open.run());
    inside.prefWidthProperty().bind(search.widthProperty().subtract(20));
  }

  /** Makes the buttons of the commands there are now. */
  public void tools() {
    tools.clear();
    left.getChildren().clear();
    right.getChildren().clear();
    add(left, "file.new", "file.save", "file.saveAll");
    line(left);
    add(left, "edit.undo", "edit.redo");
    line(left);
    left.getChildren().add(site);
    add(left, "site.stop", "site.restart");
    deploy = commands.find("site.deploy").map(this::deployButton);
    deploy.ifPresent(left.getChildren()::add);
    right.getChildren().add(plant);
    line(right);
    add(right, "view.theme", "window.settings", "help.part");
    refresh();
  }

  private Button deployButton(Command command) {
    Button button = Buttons.of("Deploy", () -> commands.run(command.id()));
    button.setGraphic(Icons.of("mdi2r-rocket-launch-outline"));
    button.setId("command/" + command.id());
    button.setContentDisplay(javafx.scene.control.ContentDisplay.LEFT);
    button.setMinWidth(USE_PREF_SIZE);
    tools.add(new Tool(command.id(), button));
    return button;
  }

  private static void line(HBox box) {
    Separator line = new Separator(Orientation.VERTICAL);
    line.getStyleClass().add("tool-line");
    box.getChildren().add(line);
  }

  private void add(HBox box, String... ids) {
    for (String id : ids) {
      commands.find(id).ifPresent(command -> box.getChildren().add(button(command)));
    }
  }

  private Button button(Command command) {
    Button button =
        Buttons.icon(
            command.icon().orElse("mdi2c-console-line"),
            name(command),
            () -> commands.run(command.id()));
    button.setId("command/" + command.id());
    button.setFocusTraversable(false);
    tools.add(new Tool(command.id(), button));
    return button;
  }

  private String name(Command command) {
    String keys = commands.keys(command.id());
    return keys.isEmpty() ? command.title() : command.title() + " (" + keys + ")";
  }

  /** Enables and disables as the focus says. */
  public void refresh() {
    tools.forEach(t -> t.button().setDisable(!commands.enabled(t.command())));
  }

  /** The chooser of the site, left of its buttons. */
  public void site(Optional<? extends Node> chooser) {
    site.getChildren().setAll(chooser.stream().toList());
  }

  /** Number of changes not deployed yet, shown on Deploy. */
  public void changes(int count) {
    deploy.ifPresent(
        button -> {
          HBox inside = new HBox(6, Icons.of("mdi2r-rocket-launch-outline"), new Label("Deploy"));
          inside.getStyleClass().add("deploy-inside");
          if (count > 0) {
            inside.getChildren().add(Pills.badge(count, "accent"));
          }
          button.setText("");
          button.setAccessibleText(count > 0 ? "Deploy " + count + " changes" : "Deploy");
          button.setGraphic(inside);
        });
  }

  public void plant(String name) {
    plant.setText(name);
    plant.setGraphic(name.isEmpty() ? null : Icons.of("mdi2f-folder-outline"));
  }

  public void narrow(boolean now) {
    prompt.setText(now ? "Search anything" : "Search commands, parts, files");
    search.setPrefWidth(now ? 260 : 400);
  }
}
