package dev.plantwright.plugins.rules;

import dev.plantwright.api.FileRef;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.live.Latest;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** The rules and streams of the plant: how they are doing on the site, and what is wrong. */
final class RulesPart implements Part {
  private static final long POLL_MS = 1_900;

  private final PartContext context;
  private final Workbench workbench;
  private final ListView<RuleRow> list = new ListView<>();
  private final StackPane root = new StackPane();
  private volatile List<String> ids = List.of();
  private SiteRules site = SiteRules.UNKNOWN;

  RulesPart(PartContext context) {
    this.context = context;
    this.workbench = context.workbench();
    list.setId("part/rules/list");
    list.setCellFactory(l -> new RuleCell(this));
    list.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            open();
          }
        });
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            open();
            e.consume();
          }
        });
    list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> select(is));
    context.scope().listen(workbench.plant(), this::show);
    ListChangeListener<Problem> counted = change -> list.refresh();
    workbench.problems().addListener(counted);
    context.scope().own(() -> workbench.problems().removeListener(counted));
    new Poll<>(
        context,
        root,
        POLL_MS,
        "Ask for the states of rules",
        doors -> SiteRules.ask(doors, ids),
        reason -> SiteRules.UNKNOWN,
        this::learned);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    list.requestFocus();
  }

  SiteRules site() {
    return site;
  }

  int problems(String file) {
    return (int)
        workbench.problems().stream().filter(p -> p.place().file().equals(file)).distinct().count();
  }

  int errors(String file) {
    return (int)
        workbench.problems().stream()
            .filter(p -> p.place().file().equals(file) && p.severity() == Severity.ERROR)
            .count();
  }

  /** How many messages of a topic came; negative if that is not known. */
  long messages(String topic) {
    Latest latest = workbench.live().latest();
    int row = topic.isEmpty() ? Latest.NONE : latest.find(topic, "");
    return row == Latest.NONE ? -1 : latest.read(row).count();
  }

  private void show(Optional<Plant> plant) {
    List<RuleRow> rows = plant.map(RuleRow::of).orElse(List.of());
    ids =
        rows.stream()
            .filter(RuleRow.Rule.class::isInstance)
            .map(r -> ((RuleRow.Rule) r).id())
            .toList();
    if (!list.getItems().equals(rows)) {
      int selected = list.getSelectionModel().getSelectedIndex();
      list.getItems().setAll(rows);
      list.getSelectionModel().select(selected);
    }
    root.getChildren().setAll(rows.isEmpty() ? empty(plant.isPresent()) : list);
  }

  private static Node empty(boolean plant) {
    return new EmptyState(
        "mdi2f-filter-cog-outline",
        plant ? "No rules" : "No plant is open",
        plant
            ? "Rules are files in rules/, streams files in streams/. New File makes one."
            : "Rules belong to a plant.",
        List.of());
  }

  private void learned(SiteRules now) {
    site = now;
    list.refresh();
  }

  private static Optional<String> file(RuleRow row) {
    return switch (row) {
      case null -> Optional.empty();
      case RuleRow.Heading h -> Optional.empty();
      case RuleRow.Rule rule -> Optional.of(rule.file());
      case RuleRow.Stream stream -> Optional.of(stream.file());
    };
  }

  private void select(RuleRow row) {
    context.select(file(row).map(FileRef::new).stream().toList());
  }

  private void open() {
    file(list.getSelectionModel().getSelectedItem())
        .ifPresent(f -> workbench.openFile(f, Optional.empty()));
  }
}
