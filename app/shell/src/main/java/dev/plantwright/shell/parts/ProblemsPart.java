package dev.plantwright.shell.parts;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** Everything that is wrong now, errors first; a double click goes there. */
public final class ProblemsPart implements Part {
  private final PartContext context;
  private final InstantSource clock;
  private final TableView<Problem> table = new TableView<>();
  private final StackPane node = new StackPane();
  private final Map<Problem, Instant> since = new HashMap<>();

  public ProblemsPart(PartContext context, InstantSource clock) {
    this.context = context;
    this.clock = clock;
    table.setId("part/problems/table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(mark());
    table.getColumns().add(column("Problem", 560, Problem::message));
    table.getColumns().add(where());
    table.getColumns().add(column("Code", 120, Problem::code));
    table.getColumns().add(age());
    table.setOnMouseClicked(e -> onClick(e.getClickCount()));
    table.setOnKeyPressed(e -> onClick(e.getCode() == KeyCode.ENTER ? 2 : 0));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, before, p) -> context.select(p == null ? List.of() : List.of(p)));
    ListChangeListener<Problem> change = c -> fill();
    context.workbench().problems().addListener(change);
    context.scope().own(() -> context.workbench().problems().removeListener(change));
    context.workbench().frames().paint(context.scope(), node, 1, table::refresh);
    fill();
  }

  private void fill() {
    List<Problem> now = context.workbench().problems();
    since.keySet().retainAll(now);
    now.forEach(p -> since.putIfAbsent(p, clock.instant()));
    Problem selected = table.getSelectionModel().getSelectedItem();
    table
        .getItems()
        .setAll(
            now.stream()
                .sorted(
                    Comparator.comparing(Problem::severity)
                        .thenComparing(p -> p.place().file())
                        .thenComparing(p -> p.place().line()))
                .toList());
    if (selected != null && table.getItems().contains(selected)) {
      table.getSelectionModel().select(selected);
    }
    boolean error = now.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    context.badge(now.size(), error);
    node.getChildren().setAll(now.isEmpty() ? nothing() : table);
  }

  private static Node nothing() {
    return new EmptyState(
        "mdi2a-alert-circle-outline",
        "No problems",
        "Files are checked as they change, devices and rules while they run.",
        List.of());
  }

  private void onClick(int count) {
    Problem problem = table.getSelectionModel().getSelectedItem();
    if (count == 2 && problem != null && !problem.place().file().isEmpty()) {
      context.workbench().openFile(problem.place().file(), Optional.of(problem.place()));
    }
  }

  private static TableColumn<Problem, Problem> mark() {
    TableColumn<Problem, Problem> column = plain("", p -> p);
    column.setMinWidth(34);
    column.setMaxWidth(34);
    column.setCellFactory(
        c ->
            new TableCell<>() {
              private final StatusMark mark = new StatusMark();

              @Override
              protected void updateItem(Problem problem, boolean empty) {
                super.updateItem(problem, empty);
                setGraphic(empty || problem == null ? null : mark);
                if (problem != null) {
                  mark.show(problem.severity() == Severity.ERROR ? Status.BAD : Status.WARNING, "");
                }
              }
            });
    return column;
  }

  private static TableColumn<Problem, String> column(
      String title, double width, Function<Problem, String> value) {
    TableColumn<Problem, String> column = plain(title, value);
    column.setPrefWidth(width);
    return column;
  }

  private static TableColumn<Problem, String> where() {
    TableColumn<Problem, String> column = column("Where", 220, p -> where(p.place()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              private final Label label = new Label();

              {
                label.getStyleClass().add("link");
              }

              @Override
              protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                label.setText(text);
                setGraphic(empty ? null : label);
              }
            });
    return column;
  }

  static String where(Place place) {
    String at = place.line() == 0 ? "" : " " + place.line();
    return place.file() + at + (place.column() == 0 ? "" : ":" + place.column());
  }

  private TableColumn<Problem, String> age() {
    TableColumn<Problem, String> column =
        column("Age", 70, p -> age(Duration.between(since.get(p), clock.instant())));
    column.getStyleClass().add("number");
    column.setMaxWidth(90);
    return column;
  }

  /** Whole numbers: {@code 12 s}, {@code 4 min}, {@code 3 h}, {@code 2 d}. */
  static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }

  private static <T> TableColumn<Problem, T> plain(String title, Function<Problem, T> value) {
    TableColumn<Problem, T> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
    column.setReorderable(false);
    return column;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    table.requestFocus();
  }
}
