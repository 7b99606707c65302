package dev.plantwright.shell.palette;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.shell.palette.Ranking.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Quick Access: one ranked list over everything that can be opened or done. */
public final class Palette extends VBox {
  private static final int SHOWN = 13;
  private static final int RECENT = 12;
  private static final String ALL = "All";

  private final TextField field = new TextField();
  private final ListView<Hit> list = new ListView<>();
  private final Label nothing = new Label();
  private final HBox footer = new HBox(8);
  private final Function<String, Stream<Entry>> source;
  private final List<String> recent = new ArrayList<>();
  private final Runnable close;
  private final Consumer<List<String>> remember;
  private String kind = ALL;

  /**
   * @param source everything that may answer a query (lower case)
   * @param recent ids used before, the last first
   * @param remember told of the ids used, the last first
   * @param close takes the palette off the screen
   */
  public Palette(
      Function<String, Stream<Entry>> source,
      List<String> recent,
      Consumer<List<String>> remember,
      Runnable close) {
    this.source = source;
    this.recent.addAll(recent);
    this.remember = remember;
    this.close = close;
    setId("palette");
    getStyleClass().addAll("palette", "popup-panel");
    setMaxSize(800, USE_PREF_SIZE);
    field.setId("palette/field");
    field.setPromptText("Search commands, parts, files");
    field.getStyleClass().setAll("text-input", "palette-field");
    HBox.setHgrow(field, Priority.ALWAYS);
    field.textProperty().addListener((o, before, after) -> search());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("palette/list");
    list.setFixedCellSize(32);
    list.setFocusTraversable(false);
    list.setCellFactory(l -> new PaletteCell());
    list.setOnMouseClicked(e -> open());
    nothing.getStyleClass().addAll("muted", "palette-nothing");
    footer.getStyleClass().add("palette-footer");
    footer.getChildren().addAll(Pills.key("Enter"), new Label("open"), Pills.key("Esc"));
    footer.getChildren().add(new Label("close"));
    HBox head = new HBox(8, Icons.of("mdi2m-magnify"), field, kinds());
    head.getStyleClass().add("palette-head");
    getChildren().addAll(head, nothing, list, footer);
    search();
  }

  /** What gets the keys. */
  public TextField field() {
    return field;
  }

  private Node kinds() {
    List<String> all = new ArrayList<>(List.of(ALL));
    source.apply("").map(Entry::kind).distinct().limit(6).forEach(all::add);
    Segmented segments =
        new Segmented(
            all,
            ALL,
            chosen -> {
              kind = chosen;
              search();
              field.requestFocus();
            });
    segments.setMinWidth(USE_PREF_SIZE);
    segments.setMaxHeight(USE_PREF_SIZE);
    HBox box = new HBox(segments);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Stream<Entry> candidates(String typed) {
    return source.apply(typed).filter(e -> kind.equals(ALL) || e.kind().equals(kind));
  }

  private void search() {
    String typed = field.getText();
    Stream<Entry> entries = candidates(typed.toLowerCase(java.util.Locale.ROOT));
    if (typed.isBlank() && kind.equals(ALL)) {
      List<Entry> all = entries.toList();
      List<Entry> used =
          recent.stream()
              .flatMap(id -> all.stream().filter(e -> e.id().equals(id)).limit(1))
              .toList();
      entries = (used.isEmpty() ? all : used).stream();
    }
    list.getItems().setAll(Ranking.rank(typed, entries, recent, 50));
    list.getSelectionModel().select(0);
    list.scrollTo(0);
    fit(typed);
  }

  private void fit(String typed) {
    int rows = Math.min(SHOWN, list.getItems().size());
    list.setPrefHeight(rows * 32.0);
    list.setMinHeight(rows * 32.0);
    list.setMaxHeight(rows * 32.0);
    boolean empty = rows == 0;
    nothing.setVisible(empty);
    nothing.setManaged(empty);
    if (empty) {
      String hint =
          Ranking.didYouMean(typed, candidates("")).map(w -> " Did you mean " + w + "?").orElse("");
      nothing.setText("Nothing found for '" + typed.strip() + "'." + hint);
    }
  }

  private void pressed(KeyEvent event) {
    int rows = list.getItems().size();
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> select((at + 1) % Math.max(1, rows));
      case UP -> select((at - 1 + rows) % Math.max(1, rows));
      case PAGE_DOWN -> select(Math.min(rows - 1, at + SHOWN));
      case PAGE_UP -> select(Math.max(0, at - SHOWN));
      case ENTER -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int index) {
    list.getSelectionModel().select(index);
    list.scrollTo(Math.max(0, index - SHOWN + 1));
  }

  private void open() {
    Hit hit = list.getSelectionModel().getSelectedItem();
    if (hit == null) {
      return;
    }
    recent.remove(hit.entry().id());
    recent.addFirst(hit.entry().id());
    remember.accept(recent.stream().limit(RECENT).toList());
    close.run();
    hit.entry().open().run();
  }
}
