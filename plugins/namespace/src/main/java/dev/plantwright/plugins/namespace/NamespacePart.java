package dev.plantwright.plugins.namespace;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Banner;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.live.Format;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Source;
import dev.plantwright.live.rows.Query;
import dev.plantwright.live.rows.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The live tree of topics and their values, with its filter. */
final class NamespacePart implements Part {
  /** Frames a second: values can be read, and a table that is laid out anew is not free. */
  private static final int FRAMES = 5;

  private static final String HIGHLIGHT = "Highlight";
  private static final String ONLY = "Only matches";

  private final PartContext context;
  private final Workbench workbench;
  private final Live live;
  private final Rows rows;
  private final RowTable table;
  private final FilterField filter = new FilterField(this::query);
  private final Segmented mode = new Segmented(List.of(HIGHLIGHT, ONLY), HIGHLIGHT, this::mode);
  private final Banner banner = new Banner();
  private final NamespaceStates states;
  private final StackPane body = new StackPane();
  private final BorderPane root = new BorderPane();

  NamespacePart(PartContext context) {
    this.context = context;
    this.workbench = context.workbench();
    this.live = workbench.live();
    this.rows = new Rows(live);
    this.table = new RowTable(live, rows);
    this.states = new NamespaceStates(workbench, filter::clear);
    HBox bar = new HBox(filter, mode);
    bar.getStyleClass().add("part-toolbar");
    HBox.setHgrow(filter, Priority.ALWAYS);
    mode.setId("part/namespace/mode");
    mode.setMinWidth(HBox.USE_PREF_SIZE);
    root.setTop(new VBox(bar, banner));
    root.setCenter(body);
    root.setId("part/namespace/body");
    root.getStylesheets().add(NamespacePart.class.getResource("namespace.css").toExternalForm());
    body.getChildren().add(table);
    filter.field().addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    table.onSelect(this::selected);
    restore();
    workbench.frames().paint(context.scope(), root, FRAMES, this::frame);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public List<String> tools() {
    return List.of("namespace.collapse-all", "namespace.expand-all", "namespace.columns");
  }

  @Override
  public Map<String, String> state() {
    return Map.of(
        "filter", filter.field().getText(),
        "mode", mode.chosen(),
        "hidden", table.columns().hidden(),
        "open", rows.open().stream().limit(200).collect(Collectors.joining("\n")));
  }

  @Override
  public void focus() {
    filter.field().requestFocus();
    filter.field().selectAll();
  }

  RowTable table() {
    return table;
  }

  void onlyMatches(boolean only) {
    mode.choose(only ? ONLY : HIGHLIGHT);
  }

  /** Goes to the next row that matches, or to the one before. */
  void match(boolean forward) {
    rows.nextMatch(table.current(), forward).ifPresent(this::reveal);
  }

  void reveal(int row) {
    table.reveal(row);
    table.requestFocus();
  }

  void expandAll(boolean expanded) {
    rows.expandAll(Latest.ROOT, expanded);
    table.frame();
  }

  void chooseColumns() {
    table.columns().choose();
  }

  /** Copies the selected rows, or all visible ones, as a sheet takes them. */
  void copy() {
    List<Integer> chosen =
        table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
    List<Integer> all = java.util.stream.IntStream.range(0, rows.size()).boxed().toList();
    ClipboardContent content = new ClipboardContent();
    content.putString(
        Sheet.of(
            chosen.isEmpty() ? all : chosen,
            table::row,
            live.latest()::path,
            table.columns().texts()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void restore() {
    Map<String, String> state = context.state();
    table.columns().hide(state.getOrDefault("hidden", ""));
    String open = state.getOrDefault("open", "");
    if (!open.isEmpty()) {
      rows.open(Arrays.asList(open.split("\n")));
    }
    filter.field().setText(state.getOrDefault("filter", ""));
    if (ONLY.equals(state.get("mode"))) {
      mode.choose(ONLY);
    }
  }

  private void query(Query query) {
    rows.query(query);
    frame();
  }

  private void mode(String chosen) {
    rows.onlyMatches(chosen.equals(ONLY));
    frame();
  }

  private void selected(List<Integer> handles) {
    context.select(handles.stream().map(handle -> RowWords.ref(live.latest(), handle)).toList());
  }

  private void frame() {
    table.frame();
    filter.count(count());
    Node shown = states.instead(rows).orElse(table);
    if (body.getChildren().getFirst() != shown) {
      body.getChildren().setAll(shown);
    }
    lost(shown == table);
  }

  private String count() {
    if (rows.topics() == 0) {
      return "";
    }
    return rows.query().isEmpty()
        ? RowWords.topics(rows.topics())
        : Format.count(rows.matches()) + " of " + RowWords.topics(rows.topics());
  }

  private void lost(boolean values) {
    if (values && live.source() instanceof Source.Gone gone) {
      String sentence =
          "Not connected: %s. %s Values are the last ones."
              .formatted(gone.reason(), NamespaceStates.nextTry(gone, live.nowMs()));
      if (!banner.isVisible() || !sentence.equals(banner.getUserData())) {
        banner.setUserData(sentence);
        banner.show(
            Banner.Tone.DANGER,
            sentence,
            List.of(Buttons.compact(Buttons.of("Open sites", () -> workbench.show("sites")))));
      }
    } else if (banner.isVisible()) {
      banner.hide();
    }
  }

  private void filterKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      if (filter.field().getText().isEmpty()) {
        table.requestFocus();
      } else {
        filter.clear();
      }
    } else if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      rows.nextMatch(table.current(), !event.isShiftDown()).ifPresent(table::reveal);
    } else if (event.getCode() == KeyCode.DOWN) {
      event.consume();
      table.requestFocus();
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().select(0);
      }
    }
  }
}
