package dev.plantwright.plugins.gateway.nodes;

import dev.plantwright.api.FileRef;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Tag;
import dev.plantwright.sites.doors.Doors;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** The nodes of the plant's gateway with their groups, and how they are doing on the site. */
public final class NodesPart implements Part {
  private static final long ASK_EVERY_MS = 2_000;

  private final PartContext context;
  private final Workbench workbench;
  private final TreeView<NodeItem> tree = new TreeView<>();
  private final StackPane root = new StackPane();
  private final Set<NodeCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
  private final Set<String> open = new HashSet<>();
  private NodeStates states = NodeStates.NONE;
  private Optional<Jobs.Job<NodeStates>> question = Optional.empty();
  private long askedMs;

  public NodesPart(PartContext context) {
    this.context = context;
    this.workbench = context.workbench();
    for (String name : context.state().getOrDefault("open", "").split("\n")) {
      open.add(name);
    }
    root.setId("part/nodes/body");
    root.getStylesheets()
        .add(
            NodesPart.class
                .getResource("/dev/plantwright/plugins/gateway/gateway.css")
                .toExternalForm());
    tree();
    context.scope().listen(workbench.plant(), p -> show());
    context.scope().listen(workbench.site().simulator(), s -> show());
    workbench.frames().paint(context.scope(), root, 1, this::frame);
  }

  private void tree() {
    tree.setId("part/nodes/tree");
    tree.getStyleClass().add("nodes-tree");
    tree.setShowRoot(false);
    tree.setCellFactory(
        t -> {
          NodeCell cell = new NodeCell(this);
          cells.add(cell);
          return cell;
        });
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
    tree.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> selected(is));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Map<String, String> state() {
    return Map.of("open", open.stream().sorted().collect(Collectors.joining("\n")));
  }

  @Override
  public void focus() {
    tree.requestFocus();
  }

  NodeStates states() {
    return states;
  }

  long nowMs() {
    return workbench.live().nowMs();
  }

  private void show() {
    Optional<Plant> plant = workbench.plant().getValue();
    if (plant.isEmpty() || plant.get().drivers().isEmpty() && plant.get().apps().isEmpty()) {
      root.getChildren().setAll(empty(plant.isPresent()));
      return;
    }
    Map<String, Integer> ports = workbench.site().simulator().getValue().ports();
    int selected = tree.getSelectionModel().getSelectedIndex();
    tree.setRoot(items(NodeItem.of(plant.get().drivers(), plant.get().apps(), ports)));
    tree.getSelectionModel().select(selected);
    root.getChildren().setAll(tree);
  }

  private TreeItem<NodeItem> items(List<NodeItem> all) {
    TreeItem<NodeItem> top = new TreeItem<>();
    for (NodeItem item : all) {
      TreeItem<NodeItem> line = new TreeItem<>(item);
      if (item instanceof NodeItem.Interval) {
        top.getChildren().getLast().getChildren().add(line);
        continue;
      }
      top.getChildren().add(line);
      if (item instanceof NodeItem.Entry entry) {
        line.setExpanded(open.contains(entry.node().name()));
        line.expandedProperty().addListener((o, was, is) -> opened(entry.node().name(), is));
      }
    }
    top.setExpanded(true);
    return top;
  }

  private void opened(String node, boolean is) {
    if (is) {
      open.add(node);
    } else {
      open.remove(node);
    }
  }

  private Node empty(boolean plant) {
    return plant
        ? new EmptyState(
            "mdi2l-lan",
            "No nodes in this plant",
            "A node is a folder in gateways with a node.json: a device that is read, or an"
                + " application that values are passed to.",
            List.of())
        : new EmptyState(
            "mdi2l-lan",
            "No plant is open",
            "Nodes are the devices a plant reads and the applications it passes values to.",
            List.of(
                Buttons.primary("Open the sample plant", workbench::openSample),
                Buttons.of("Open a plant", () -> workbench.run("plant.open"))));
  }

  private void selected(TreeItem<NodeItem> line) {
    context.select(
        switch (line == null ? null : line.getValue()) {
          case null -> List.of();
          case NodeItem.Heading heading -> List.of();
          case NodeItem.Entry entry -> List.of(new FileRef(entry.node().place().file()));
          case NodeItem.Interval group -> List.of(new FileRef(group.node().tagsFile()));
        });
  }

  /** Opens the tag table of a device, at the group; the file of an application. */
  private void open() {
    TreeItem<NodeItem> line = tree.getSelectionModel().getSelectedItem();
    switch (line == null ? null : line.getValue()) {
      case null -> {}
      case NodeItem.Heading heading -> {}
      case NodeItem.Entry entry -> open(entry.node());
      case NodeItem.Interval group -> workbench.openFile(group.node().tagsFile(), first(group));
    }
  }

  private void open(dev.plantwright.plant.Node node) {
    String file =
        switch (node) {
          case dev.plantwright.plant.Node.Driver driver -> driver.tagsFile();
          case dev.plantwright.plant.Node.App app -> app.place().file();
        };
    workbench.openFile(file, Optional.empty());
  }

  private static Optional<Place> first(NodeItem.Interval group) {
    return group.node().tags().stream()
        .filter(tag -> tag.group().equals(group.group().name()))
        .map(Tag::place)
        .findFirst();
  }

  private void frame() {
    ask();
    List.copyOf(cells).forEach(NodeCell::frame);
  }

  private void ask() {
    long now = nowMs();
    boolean asking = question.filter(q -> q.state().get() == Jobs.State.RUNNING).isPresent();
    if (asking || now - askedMs < ASK_EVERY_MS) {
      return;
    }
    askedMs = now;
    Optional<Doors> doors = workbench.site().doors().getValue();
    if (doors.isEmpty()) {
      states = NodeStates.NONE;
      return;
    }
    question =
        Optional.of(
            workbench
                .jobs()
                .quietly("Ask for nodes", p -> NodeStates.ask(doors.get(), now))
                .then(answer -> states = answer)
                .failed(e -> states = NodeStates.NONE));
  }
}
