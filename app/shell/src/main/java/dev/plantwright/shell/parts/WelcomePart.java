package dev.plantwright.shell.parts;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Setting;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import dev.plantwright.shell.commands.Keys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The first page: the sample, a plant, recent ones, first steps and keys. */
public final class WelcomePart implements Part {
  /** Whether the page is shown when the workbench starts without a plant. */
  public static final Setting<Boolean> AT_START =
      Setting.of(
          "welcome.atStart",
          "Start",
          "Show the welcome page at start",
          "Shown when no plant is opened.",
          true);

  /** A plant opened before. */
  public record Recent(String name, Path folder) {
    String shortened() {
      Path home = Path.of(System.getProperty("user.home", "/"));
      return folder.startsWith(home) ? "~/" + home.relativize(folder) : folder.toString();
    }
  }

  /** What the page leads to. */
  public record Actions(
      Optional<Runnable> sample,
      Runnable open,
      java.util.function.Consumer<Path> reopen,
      List<Recent> recent) {}

  private final ScrollPane node = new ScrollPane();
  private final PartContext context;
  private final Actions actions;
  private Optional<Button> first = Optional.empty();

  public WelcomePart(PartContext context, Actions actions) {
    this.context = context;
    this.actions = actions;
    Label title = new Label("Plantwright");
    title.getStyleClass().add("page-title");
    Label subtitle = new Label("Build the data side of a plant before the plant is there.");
    subtitle.getStyleClass().addAll("muted", "welcome-subtitle");
    HBox columns = new HBox(44, left(), right());
    VBox page = new VBox(title, subtitle, columns);
    page.getStyleClass().add("welcome");
    node.setContent(page);
    node.setFitToWidth(true);
    node.setFitToHeight(true);
  }

  private Node left() {
    VBox column = new VBox(8);
    column.setPrefWidth(436);
    column.setMinWidth(300);
    actions.sample().ifPresent(run -> column.getChildren().add(sample(run)));
    column
        .getChildren()
        .add(
            card(
                "mdi2f-folder-open-outline",
                "Open a plant",
                "A folder that has a plant.json",
                "plant.open"));
    if (!actions.recent().isEmpty()) {
      column.getChildren().add(heading("Recent"));
      actions.recent().forEach(r -> column.getChildren().add(recent(r)));
    }
    CheckBox show = new CheckBox("Show at start");
    show.setId("part/welcome/at-start");
    show.setSelected(context.workbench().setting(AT_START).getValue());
    show.setOnAction(e -> context.workbench().set(AT_START, show.isSelected()));
    VBox.setMargin(show, new javafx.geometry.Insets(16, 0, 0, 0));
    column.getChildren().add(show);
    return column;
  }

  private Node sample(Runnable run) {
    Label title = new Label("Open the sample plant");
    title.getStyleClass().add("title");
    Label text =
        new Label(
            "A bottling line with filler, capper and energy meter. Live values in about 15 s, with"
                + " no hardware and no network.");
    text.setWrapText(true);
    text.getStyleClass().addAll("muted", "dense");
    VBox words = new VBox(4, title, text);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button open = Buttons.primary("Open", run);
    open.setId("part/welcome/sample");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setAccessibleText("Open the sample plant");
    first = Optional.of(open);
    var icon = Icons.of("mdi2p-play-circle-outline");
    icon.getStyleClass().addAll("accent", "welcome-icon");
    HBox card = new HBox(14, icon, words, open);
    card.getStyleClass().addAll("welcome-card", "welcome-sample");
    return card;
  }

  private Node card(String icon, String title, String text, String commandId) {
    Label name = new Label(title);
    name.getStyleClass().add("strong");
    Label detail = new Label(text);
    detail.getStyleClass().addAll("muted", "dense");
    VBox words = new VBox(2, name, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox inside = new HBox(14, Icons.of(icon), words);
    inside.setAlignment(Pos.CENTER_LEFT);
    keys(commandId).ifPresent(k -> inside.getChildren().add(Pills.key(k)));
    Button card = new Button();
    card.setGraphic(inside);
    card.setId("part/welcome/" + commandId);
    card.setAccessibleText(title);
    card.getStyleClass().setAll("welcome-card");
    card.setMaxWidth(Double.MAX_VALUE);
    inside.prefWidthProperty().bind(card.widthProperty().subtract(34));
    card.setOnAction(e -> context.workbench().run(commandId));
    return card;
  }

  private Node recent(Recent plant) {
    Label name = new Label(plant.name());
    name.getStyleClass().add("link");
    Label path = new Label(plant.shortened());
    path.getStyleClass().addAll("muted", "dense");
    HBox row = new HBox(8, Icons.row("mdi2f-folder-outline"), name, path);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(28);
    name.setOnMouseClicked(e -> actions.reopen().accept(plant.folder()));
    return row;
  }

  private Node right() {
    VBox column = new VBox(8);
    column.setPrefWidth(240);
    column.getChildren().add(heading("First steps"));
    step(column, "See a live value", "Namespace, about 15 s after the start", "namespace");
    step(column, "Find a topic", "Filter box or Ctrl+Shift+P", "");
    step(column, "Raise a fault", "Simulation, fault board", "simulation");
    step(column, "Change a rule", "Rules, deploy it and watch its counters", "rules");
    step(column, "Deploy", "Ctrl+F11", "deploy");
    column.getChildren().add(heading("Keys"));
    List<String[]> keys = new ArrayList<>();
    keys.add(new String[] {"Find anything", "quick.access"});
    keys.add(new String[] {"All keys", "help.keys"});
    keys.add(new String[] {"Maximise a part", "part.maximise"});
    keys.add(new String[] {"Next part", "part.next"});
    for (String[] key : keys) {
      keys(key[1]).ifPresent(k -> column.getChildren().add(keyLine(key[0], k)));
    }
    return column;
  }

  private void step(VBox column, String title, String where, String command) {
    if (!command.isEmpty() && context.workbench().command("show." + command).isEmpty()) {
      return;
    }
    Label name = new Label(title);
    Label detail = new Label(where);
    detail.getStyleClass().addAll("muted", "dense");
    var ring = Icons.row("mdi2c-circle-outline");
    HBox row = new HBox(8, ring, new VBox(1, name, detail));
    HBox.setMargin(ring, new javafx.geometry.Insets(2, 0, 0, 0));
    column.getChildren().add(row);
  }

  private static Node keyLine(String title, String keys) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label name = new Label(title);
    name.getStyleClass().add("muted");
    HBox row = new HBox(name, space, Pills.key(keys));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Optional<String> keys(String commandId) {
    return context.workbench().command(commandId).flatMap(c -> c.keys()).map(Keys::text);
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("welcome-heading");
    return label;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    first.ifPresentOrElse(Button::requestFocus, node::requestFocus);
  }
}
