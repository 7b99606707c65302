package dev.plantwright.shell.window;

import dev.plantwright.api.Command;
import dev.plantwright.api.Perspective;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.shell.commands.CommandTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Menu bar, with the perspectives at its right end. */
public final class MenuRow extends HBox {
  private static final List<String> ORDER =
      List.of("File", "Edit", "Plant", "Site", "Navigate", "Window", "Help");

  private final MenuBar bar = new MenuBar();
  private final HBox perspectives = new HBox();
  private final ToggleGroup group = new ToggleGroup();
  private final CommandTable commands;
  private boolean narrow;

  public MenuRow(CommandTable commands) {
    this.commands = commands;
    getStyleClass().add("menu-row");
    perspectives.getStyleClass().add("perspectives");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    bar.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(bar, space, perspectives);
  }

  /** Fills the menus from the commands there are now. */
  public void menus() {
    Set<String> titles = new LinkedHashSet<>(ORDER);
    commands.all().stream()
        .flatMap(e -> e.command().menus().stream())
        .map(path -> path.split("/")[0])
        .forEach(titles::add);
    bar.getMenus().clear();
    for (String title : titles) {
      Menu menu = new Menu(title);
      fill(menu, title);
      if (!menu.getItems().isEmpty()) {
        menu.setOnShowing(e -> fill(menu, title));
        bar.getMenus().add(menu);
      }
    }
  }

  private void fill(Menu menu, String title) {
    Map<String, Menu> inner = new LinkedHashMap<>();
    List<MenuItem> items = new ArrayList<>();
    String origin = "";
    for (CommandTable.Entry entry : commands.all()) {
      for (String path : entry.command().menus()) {
        String[] steps = path.split("/");
        if (!steps[0].equals(title)) {
          continue;
        }
        MenuItem item = item(entry.command());
        if (steps.length > 1) {
          if (!inner.containsKey(steps[1])) {
            inner.put(steps[1], new Menu(steps[1]));
            items.add(inner.get(steps[1]));
          }
          inner.get(steps[1]).getItems().add(item);
          continue;
        }
        if (!origin.isEmpty() && !origin.equals(entry.origin())) {
          items.add(new SeparatorMenuItem());
        }
        origin = entry.origin();
        items.add(item);
      }
    }
    menu.getItems().setAll(items);
  }

  private MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.title());
    item.setId("menu/" + command.id());
    command.icon().ifPresent(icon -> item.setGraphic(Icons.of(icon)));
    command.keys().ifPresent(item::setAccelerator);
    item.setDisable(!commands.enabled(command.id()));
    item.setOnAction(e -> commands.run(command.id()));
    return item;
  }

  /** Shows the perspectives; {@code chosen} is called with the id of one clicked. */
  public void perspectives(List<Perspective> all, Consumer<String> chosen) {
    perspectives.getChildren().clear();
    for (Perspective perspective : all) {
      ToggleButton button = new ToggleButton(perspective.title());
      button.setId("perspective/" + perspective.id());
      button.setGraphic(Icons.of(perspective.icon()));
      button.getStyleClass().setAll("toggle-button", "perspective");
      button.setToggleGroup(group);
      button.setUserData(perspective);
      button.setMinWidth(USE_PREF_SIZE);
      button.setAccessibleText(perspective.title());
      button.setOnAction(
          e -> {
            button.setSelected(true);
            chosen.accept(perspective.id());
          });
      perspectives.getChildren().add(button);
    }
    dress();
  }

  /** Marks the perspective shown. */
  public void select(String id) {
    group.getToggles().stream()
        .filter(t -> ((Perspective) t.getUserData()).id().equals(id))
        .forEach(group::selectToggle);
    dress();
  }

  /** In a narrow window only the active perspective has its name. */
  public void narrow(boolean now) {
    narrow = now;
    dress();
  }

  private void dress() {
    group
        .getToggles()
        .forEach(
            toggle -> {
              ToggleButton button = (ToggleButton) toggle;
              String title = ((Perspective) toggle.getUserData()).title();
              boolean text = !narrow || button.isSelected();
              button.setText(text ? title : "");
              button.setTooltip(text ? null : new Tooltip(title));
            });
  }
}
