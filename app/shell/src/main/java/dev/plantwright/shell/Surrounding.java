package dev.plantwright.shell;

import dev.plantwright.api.Command;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartType;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.shell.commands.CommandTable;
import dev.plantwright.shell.dock.Dock;
import dev.plantwright.shell.dock.PartTab;
import dev.plantwright.shell.dock.PartTab.Opening;
import dev.plantwright.shell.plugins.Contributions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** What the dock asks of the window around it, answered from contributions and commands. */
final class Surrounding implements Dock.Surroundings {
  private final Contributions contributions;
  private final CommandTable commands;
  private final Consumer<Scene> dress;
  private final Runnable changed;

  Surrounding(
      Contributions contributions, CommandTable commands, Consumer<Scene> dress, Runnable changed) {
    this.contributions = contributions;
    this.commands = commands;
    this.dress = dress;
    this.changed = changed;
  }

  @Override
  public Optional<Opening> opening(String id) {
    String typeId = id.contains(":") ? id.substring(0, id.indexOf(':')) : id;
    Optional<PartType> type = contributions.part(typeId);
    if (type.isEmpty() || type.get().editor() != id.contains(":")) {
      return Optional.empty();
    }
    Optional<String> argument = contributions.argument(id);
    String title = argument.isPresent() ? id.substring(id.indexOf(':') + 1) : type.get().title();
    return Optional.of(new Opening(type.get(), argument, title));
  }

  @Override
  public Node emptyEditors() {
    EmptyState empty =
        new EmptyState(
            "mdi2f-file-tree",
            "Nothing is open here",
            "Open a gateway, a rule or a chart from the plant, or find anything with "
                + commands.keys("quick.access")
                + ".",
            List.of(Buttons.of("Quick Access", () -> commands.run("quick.access"))));
    StackPane pane = new StackPane(empty);
    pane.getStyleClass().add("empty-editors");
    return pane;
  }

  @Override
  public Optional<Node> tool(String commandId) {
    return commands.find(commandId).map(this::tool);
  }

  private Node tool(Command command) {
    String keys = commands.keys(command.id());
    String name = keys.isEmpty() ? command.title() : command.title() + " (" + keys + ")";
    Node button =
        Dock.toolButton(
            command.icon().orElse("mdi2c-console-line"), name, () -> commands.run(command.id()));
    button.setId("tool/" + command.id());
    return button;
  }

  @Override
  public List<MenuItem> menuItems(PartTab tab) {
    List<MenuItem> items =
        tab.part().get().map(Part::tools).orElse(List.of()).stream()
            .flatMap(id -> commands.find(id).stream())
            .map(this::item)
            .toList();
    return items.isEmpty()
        ? items
        : java.util.stream.Stream.concat(
                java.util.stream.Stream.<MenuItem>of(new SeparatorMenuItem()), items.stream())
            .toList();
  }

  private MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.title());
    item.setDisable(!commands.enabled(command.id()));
    item.setOnAction(e -> commands.run(command.id()));
    return item;
  }

  @Override
  public void dress(Scene scene, Stage stage) {
    dress.accept(scene);
  }

  @Override
  public void changed() {
    changed.run();
  }

  /** What is shown instead of a part that threw. */
  static Node failed(PartTab tab, String origin, Runnable log) {
    EmptyState state =
        new EmptyState(
            "mdi2b-bug-outline",
            tab.titleText() + " stopped",
            "The plugin " + origin + " has a mistake. The rest of the workbench goes on.",
            List.of(Buttons.primary("Try again", tab::restart), Buttons.of("Open error log", log)));
    state.setId("part/" + tab.id() + "/error");
    return state;
  }
}
