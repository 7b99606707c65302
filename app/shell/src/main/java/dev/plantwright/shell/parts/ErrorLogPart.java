package dev.plantwright.shell.parts;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.shell.errors.ErrorLog;
import dev.plantwright.shell.errors.ErrorLog.Entry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;

/** Bugs only: plugin, what, how often, the stack, and a report to copy. */
public final class ErrorLogPart implements Part {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final ErrorLog log;
  private final PartContext context;
  private final TableView<Entry> table = new TableView<>();
  private final TextArea stack = new TextArea();
  private final SplitPane split = new SplitPane();
  private final StackPane node = new StackPane();

  public ErrorLogPart(PartContext context, ErrorLog log) {
    this.context = context;
    this.log = log;
    table.setId("part/log/table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("Time", 80, e -> TIME.format(e.at())));
    table.getColumns().add(column("Plugin", 110, Entry::origin));
    table.getColumns().add(column("What", 320, Entry::what));
    table.getColumns().add(column("Count", 60, e -> Integer.toString(e.count())));
    table.getColumns().getLast().getStyleClass().add("number");
    table.getColumns().getLast().setMaxWidth(80);
    stack.setEditable(false);
    stack.getStyleClass().add("mono");
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, before, e) -> stack.setText(e == null ? "" : e.stack()));
    Button copy = Buttons.compact(Buttons.of("Copy Report", this::copy));
    copy.setId("part/log/copy");
    StackPane.setAlignment(copy, javafx.geometry.Pos.TOP_RIGHT);
    StackPane.setMargin(copy, new javafx.geometry.Insets(6, 16, 0, 0));
    split.setOrientation(Orientation.HORIZONTAL);
    split.getItems().addAll(table, new StackPane(stack, copy));
    ListChangeListener<Entry> change = c -> fill();
    log.entries().addListener(change);
    context.scope().own(() -> log.entries().removeListener(change));
    fill();
  }

  private void fill() {
    table.getItems().setAll(log.entries());
    if (!log.entries().isEmpty()) {
      table.getSelectionModel().select(0);
    }
    context.badge(log.entries().size(), true);
    node.getChildren().setAll(log.entries().isEmpty() ? nothing() : split);
  }

  private static Node nothing() {
    return new EmptyState(
        "mdi2b-bug-outline",
        "No errors",
        "Mistakes of the program itself are listed here, with a report to copy.",
        List.of());
  }

  private void copy() {
    Entry entry = table.getSelectionModel().getSelectedItem();
    if (entry != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(entry.report());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private static TableColumn<Entry, String> column(
      String title, double width, Function<Entry, String> value) {
    TableColumn<Entry, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
    column.setPrefWidth(width);
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
