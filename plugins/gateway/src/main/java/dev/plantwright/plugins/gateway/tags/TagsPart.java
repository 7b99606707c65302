package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.Document;
import dev.plantwright.api.GoTo;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.TagRef;
import dev.plantwright.api.ValueRef;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Banner;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.plant.Node.Driver;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.tags.TagTable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The tags of a gateway node: an editor of gateways/NODE/tags.csv with what runs beside it. */
public final class TagsPart implements Part, GoTo {
  private static final KeyCombination FILTER = KeyCombination.valueOf("Shortcut+F");

  private final PartContext context;
  private final Workbench workbench;
  private final String name;
  private final String file;
  private final ReadingPoll poll;
  private final TagToolbar toolbar;
  private final TagGrid grid;
  private final Banner banner = new Banner();
  private final Explainer explainer = new Explainer();
  private final StackPane body = new StackPane();
  private final BorderPane root = new BorderPane();
  private Optional<Document<String>> document = Optional.empty();
  private Optional<Draft> draft = Optional.empty();
  private Changes changes;
  private String bannerText = "";
  private final Map<TagRef, Reading> readings = new HashMap<>();
  private boolean reading;
  private boolean waiting;
  private Optional<Place> pending = Optional.empty();

  public TagsPart(PartContext context) {
    this.context = context;
    this.workbench = context.workbench();
    String argument = context.argument().orElseThrow();
    name = argument.replaceFirst("^gateways/([^/]+)/.*$", "$1");
    file = "gateways/" + name + "/tags.csv";
    poll = new ReadingPoll(workbench, name);
    grid = new TagGrid(new TagActions(this), workbench.live()::nowMs);
    toolbar = new TagToolbar(this::refresh, this::add, this::remove);
    changes = Changes.of(workbench.site().deployment().getValue(), name);
    context.title(name + " tags");
    banner.setId("part/tags/banner");
    root.setId("part/tags/body");
    root.getStylesheets()
        .add(
            TagsPart.class
                .getResource("/dev/plantwright/plugins/gateway/gateway.css")
                .toExternalForm());
    root.setTop(new VBox(banner, toolbar));
    root.setCenter(body);
    grid.getSelectionModel()
        .getSelectedIndices()
        .addListener((javafx.collections.ListChangeListener<Integer>) c -> selected());
    selected();
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    context.scope().listen(workbench.plant(), this::plant);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Optional<Document<?>> document() {
    return document.map(d -> d);
  }

  @Override
  public Map<String, String> state() {
    return Map.of("filter", toolbar.filter().getText());
  }

  @Override
  public void focus() {
    if (draft.isPresent()) {
      grid.requestFocus();
    } else {
      root.requestFocus();
    }
  }

  @Override
  public void goTo(Place place) {
    pending = Optional.of(place);
    if (draft.isPresent()) {
      goThere();
    }
  }

  /** Goes where it was asked to go, perhaps before the file was read. */
  private void goThere() {
    int line = pending.map(Place::line).orElse(0);
    pending = Optional.empty();
    if (line == 0) {
      return;
    }
    toolbar.reveal();
    for (int i = 0; i < grid.getItems().size(); i++) {
      if (grid.getItems().get(i) instanceof Line.Entry entry && entry.row().line() == line) {
        choose(i);
        return;
      }
    }
  }

  private void choose(int index) {
    grid.getSelectionModel().clearAndSelect(index);
    grid.scrollTo(Math.max(0, index - 3));
    grid.requestFocus();
  }

  /** A key that other parts have as well, so it is bound to no command. */
  private void key(KeyEvent event) {
    if (FILTER.match(event)) {
      filter();
      event.consume();
    }
  }

  /** Takes the focus to the filter. */
  public void filter() {
    toolbar.filter().requestFocus();
    toolbar.filter().selectAll();
  }

  /** An editor that is restored is made before the plant is open. */
  private void plant(Optional<Plant> plant) {
    if (document.isPresent()) {
      reloaded();
    } else if (plant.isPresent() && !reading) {
      reading = true;
      workbench.read(file).then(this::opened).failed(this::unread);
    }
  }

  /** A table that is not there yet is an empty one; one that cannot be read is not touched. */
  private void unread(Throwable failure) {
    reading = false;
    boolean there = workbench.plant().getValue().flatMap(plant -> plant.file(file)).isPresent();
    if (there) {
      banner.show(
          Banner.Tone.DANGER, "Cannot read " + file + ": " + failure.getMessage(), List.of());
    } else {
      opened(TagTable.EMPTY.text());
    }
  }

  private void opened(String text) {
    Document<String> opened = new Document<>(file, text, t -> t);
    document = Optional.of(opened);
    toolbar.filter().setText(context.state().getOrDefault("filter", ""));
    context.scope().listen(opened.value(), t -> drawn());
    context.scope().listen(opened.edited(), e -> report());
    context.scope().listen(workbench.site().deployment(), d -> compared());
    context.scope().own(() -> workbench.report("tags:" + name, List.of()));
    workbench.frames().paint(context.scope(), root, 5, this::frame);
    if (root.isFocused()) {
      grid.requestFocus();
    }
    goThere();
  }

  /** Takes over what somebody else wrote to the file, unless there are changes here. */
  private void reloaded() {
    drawn();
    Document<String> mine = document.orElseThrow();
    if (mine.edited().get()) {
      return;
    }
    workbench
        .read(file)
        .then(
            text -> {
              if (!mine.edited().get() && !text.equals(mine.value().get())) {
                mine.reload(text);
              }
            })
        .failed(e -> {});
  }

  private Optional<Driver> saved() {
    return workbench.plant().getValue().flatMap(plant -> plant.driver(name));
  }

  private void drawn() {
    String text = document.orElseThrow().value().get();
    draft = saved().map(node -> Draft.of(node, text));
    draft.ifPresent(toolbar::show);
    report();
    refresh();
  }

  /** What is wrong with the text that is not saved; the rest the plant tells. */
  private void report() {
    boolean edited = document.filter(d -> d.edited().get()).isPresent();
    List<Problem> problems = new ArrayList<>();
    if (edited) {
      draft.ifPresent(d -> problems.addAll(d.problems()));
      saved().ifPresent(s -> problems.removeAll(Draft.of(s, s.table().text()).problems()));
    }
    workbench.report("tags:" + name, problems);
  }

  private void compared() {
    changes = Changes.of(workbench.site().deployment().getValue(), name);
    String site = workbench.site().doors().getValue().map(d -> d.site().name()).orElse("the site");
    String text = changes.sentence(name, site, ZoneId.systemDefault()).orElse("");
    if (!text.equals(bannerText)) {
      bannerText = text;
      banner(text);
    }
    refresh();
  }

  private void banner(String text) {
    if (text.isEmpty()) {
      banner.hide();
      return;
    }
    var difference = Buttons.compact(Buttons.of("Show difference", () -> workbench.show("deploy")));
    var deploy = Buttons.compact(Buttons.primary("Deploy", () -> workbench.run("site.deploy")));
    difference.setMinWidth(javafx.scene.control.Button.USE_PREF_SIZE);
    deploy.setMinWidth(javafx.scene.control.Button.USE_PREF_SIZE);
    banner.show(Banner.Tone.INFO, text, List.of(difference, deploy));
  }

  /** Puts the lines together anew, unless somebody is typing. */
  private void refresh() {
    waiting = grid.getEditingCell() != null;
    if (waiting) {
      return;
    }
    if (draft.isEmpty()) {
      body.getChildren().setAll(noNode());
      return;
    }
    List<Line> lines = Lines.of(draft.get(), changes, toolbar.view());
    grid.show(lines);
    Node shown = instead(lines).orElse(grid);
    if (body.getChildren().isEmpty() || body.getChildren().getFirst() != shown) {
      body.getChildren().setAll(shown, explainer);
    }
  }

  private Optional<Node> instead(List<Line> lines) {
    if (draft.orElseThrow().table().rows().isEmpty() && changes.tags().isEmpty()) {
      return Optional.of(
          new EmptyState(
              "mdi2t-table",
              "No tags in " + name,
              "A tag is a value of the device: its address, its type and how often it is read.",
              List.of(Buttons.primary("Add tag", this::add))));
    }
    return lines.isEmpty()
        ? Optional.of(
            new EmptyState(
                "mdi2f-filter-outline",
                "No tag matches",
                ReadPlan.counted(draft.get().table().rows().size(), "tag") + " searched.",
                List.of(Buttons.of("Clear filter", toolbar::reveal))))
        : Optional.empty();
  }

  private Node noNode() {
    return new EmptyState(
        "mdi2l-lan",
        "The plant has no device node " + name,
        "Its node.json is missing or cannot be read. Problems tells what is wrong with it.",
        List.of(Buttons.of("Show problems", () -> workbench.show("problems"))));
  }

  private void frame() {
    poll.frame();
    readings.clear();
    if (waiting && grid.getEditingCell() == null) {
      refresh();
    }
    grid.frame();
  }

  private void selected() {
    toolbar.removable(!grid.selected().isEmpty());
    context.select(grid.selected().stream().map(Line.Entry::ref).toList());
  }

  List<ValueRef> topics() {
    return workbench.plant().getValue().stream()
        .flatMap(p -> grid.selected().stream().flatMap(e -> Readings.topic(p, e.ref()).stream()))
        .toList();
  }

  /** Adds a tag after the selected one and lets its name be typed. */
  public void add() {
    if (document.isEmpty() || draft.isEmpty()) {
      return;
    }
    Optional<Line.Entry> after = grid.selected().stream().findFirst();
    String group =
        toolbar.group().or(() -> Lines.groups(draft.get()).stream().findFirst()).orElse("");
    int row = new TagEdits(document.get()).add(draft.get(), group, after);
    for (int i = 0; i < grid.getItems().size(); i++) {
      if (grid.getItems().get(i) instanceof Line.Entry entry && entry.row().index() == row) {
        choose(i);
        grid.begin(i, grid.columns().name);
        return;
      }
    }
  }

  /** Removes the selected tags from the file. */
  public void remove() {
    document.ifPresent(d -> new TagEdits(d).remove(grid.selected()));
  }

  Workbench workbench() {
    return workbench;
  }

  String name() {
    return name;
  }

  Reading reading(TagRef tag) {
    return readings.computeIfAbsent(
        tag, t -> poll.of(t, draft.map(d -> d.interval(t.group())).orElse(0L)));
  }

  Optional<Draft> draft() {
    return draft;
  }

  Explainer explainer() {
    return explainer;
  }

  StackPane body() {
    return body;
  }

  TagToolbar toolbar() {
    return toolbar;
  }
}
