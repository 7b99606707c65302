package dev.plantwright.plugins.plant.explorer;

import dev.plantwright.api.FileRef;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.sites.doors.Doors;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** The open plant as a tree of things, each with its problems and how it is doing on the site. */
public final class ExplorerPart implements Part {
  private static final long ASK_EVERY_MS = 2_000;

  private final PartContext context;
  private final Workbench workbench;
  private final TreeView<Item> tree = new TreeView<>();
  private final StackPane root = new StackPane();
  private final Set<String> folded = new HashSet<>();
  private Map<String, Integer> errors = Map.of();
  private Map<String, Integer> warnings = Map.of();
  private RunningStates running = RunningStates.NONE;
  private Optional<Jobs.Job<RunningStates>> question = Optional.empty();
  private long askedMs;

  public ExplorerPart(PartContext context) {
    this.context = context;
    this.workbench = context.workbench();
    tree.setId("part/plant/tree");
    tree.setCellFactory(t -> new ItemCell(this));
    tree.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            open();
          }
        });
    tree.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            open();
            e.consume();
          }
        });
    MenuItem open = new MenuItem("Open");
    open.setOnAction(e -> open());
    tree.setContextMenu(new ContextMenu(open));
    tree.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> select(is));
    context.scope().listen(workbench.plant(), this::show);
    ListChangeListener<Problem> counted = change -> count();
    workbench.problems().addListener(counted);
    context.scope().own(() -> workbench.problems().removeListener(counted));
    workbench.frames().paint(context.scope(), root, 1, this::ask);
    count();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    tree.requestFocus();
  }

  int errors(Item item) {
    return errors.getOrDefault(item.key(), 0);
  }

  int warnings(Item item) {
    return warnings.getOrDefault(item.key(), 0);
  }

  /** State on the site; empty for what has none, or when nothing is known. */
  Optional<RunningStates.State> state(Item item) {
    return switch (item.kind()) {
      case PLANT, HEADING, FILE -> Optional.empty();
      case NODE, STREAM, RULE, DEVICE -> Optional.ofNullable(running.states().get(item.key()));
    };
  }

  /** Whether a thing that could run is known not to be on the site. */
  boolean notDeployed(Item item) {
    boolean deployable =
        switch (item.kind()) {
          case PLANT, HEADING, FILE, DEVICE -> false;
          case NODE, STREAM, RULE -> true;
        };
    return deployable && running.complete() && !running.states().containsKey(item.key());
  }

  private void show(Optional<Plant> plant) {
    if (plant.isEmpty()) {
      root.getChildren().setAll(empty());
      return;
    }
    Item top = PlantItems.of(plant.get());
    int selected = tree.getSelectionModel().getSelectedIndex();
    tree.setRoot(treeItem(top));
    tree.getSelectionModel().select(selected);
    root.getChildren().setAll(tree);
    count();
  }

  private TreeItem<Item> treeItem(Item item) {
    TreeItem<Item> node = new TreeItem<>(item);
    node.setExpanded(!folded.contains(item.key()));
    node.expandedProperty()
        .addListener(
            (o, was, is) -> {
              if (is) {
                folded.remove(item.key());
              } else {
                folded.add(item.key());
              }
            });
    item.children().forEach(child -> node.getChildren().add(treeItem(child)));
    return node;
  }

  private Node empty() {
    return new EmptyState(
        "mdi2f-factory",
        "No plant is open",
        "A plant is a folder of text files that says what should be.",
        List.of(
            Buttons.primary("Open the sample plant", workbench::openSample),
            Buttons.of("Open a plant", () -> workbench.run("plant.open"))));
  }

  private void select(TreeItem<Item> item) {
    context.select(
        Optional.ofNullable(item).flatMap(i -> i.getValue().file()).map(FileRef::new).stream()
            .toList());
  }

  private void open() {
    Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
        .filter(i -> i.getValue().kind() != Item.Kind.PLANT)
        .flatMap(i -> i.getValue().file())
        .ifPresent(file -> workbench.openFile(file, Optional.empty()));
  }

  /** Counts problems for every line, up to the plant. */
  private void count() {
    Map<String, Integer> errorCounts = new HashMap<>();
    Map<String, Integer> warningCounts = new HashMap<>();
    if (tree.getRoot() != null) {
      for (Problem problem : workbench.problems()) {
        switch (problem.severity()) {
          case ERROR -> count(tree.getRoot().getValue(), problem, errorCounts);
          case WARNING -> count(tree.getRoot().getValue(), problem, warningCounts);
        }
      }
    }
    errors = errorCounts;
    warnings = warningCounts;
    tree.refresh();
  }

  private static void count(Item item, Problem problem, Map<String, Integer> counts) {
    if (item.covers(problem.place().file())) {
      counts.merge(item.key(), 1, Integer::sum);
      item.children().forEach(child -> count(child, problem, counts));
    }
  }

  private void ask() {
    long now = workbench.live().nowMs();
    boolean waiting =
        question.filter(q -> q.state().get() == Jobs.State.RUNNING).isPresent()
            || now - askedMs < ASK_EVERY_MS;
    if (waiting) {
      return;
    }
    askedMs = now;
    Optional<Doors> doors = workbench.site().doors().getValue();
    if (doors.isEmpty()) {
      learned(RunningStates.NONE);
      return;
    }
    question =
        Optional.of(
            workbench
                .jobs()
                .quietly("Ask for states", p -> RunningStates.ask(doors.get()))
                .then(this::learned)
                .failed(e -> learned(RunningStates.NONE)));
  }

  private void learned(RunningStates states) {
    if (!states.equals(running)) {
      running = states;
      tree.refresh();
    }
  }
}
