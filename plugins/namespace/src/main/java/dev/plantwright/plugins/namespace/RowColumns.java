package dev.plantwright.plugins.namespace;

import dev.plantwright.live.rows.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;

/**
 * The columns of the tree: the topic takes what is left over. When it gets narrow sparkline, rate,
 * then unit leave; the user may hide any but the topic.
 */
final class RowColumns {
  /** Up to this width the quality is a mark without a word. */
  static final double MARK_ONLY = 40;

  private static final double SCROLL_BAR = 10;
  private static final double QUALITY = 116;

  private final RowTable table;
  private final Map<String, TableColumn<Integer, String>> all = new LinkedHashMap<>();
  private final Set<String> hidden = new HashSet<>();

  RowColumns(RowTable table) {
    this.table = table;
    add("topic", "Topic", 340, RowWords::name, () -> new TopicCell(table), false);
    add("value", "Value", 120, RowWords::value, () -> new ValueCell(table), true);
    add("unit", "Unit", 84, RowWords::unit, this::unit, false);
    add("spark", "Last 5 min", 164, row -> "", () -> new SparkCell(table), false);
    add("rate", "Rate", 78, RowWords::rate, this::rate, true);
    add("age", "Age", 72, this::age, this::ageCell, true);
    add("quality", "Quality", QUALITY, RowWords::quality, () -> new QualityCell(table), false);
    table.getColumns().setAll(all.values());
    table.widthProperty().addListener((observable, before, after) -> fit());
  }

  /** What is hidden by the user, divided by commas. */
  String hidden() {
    return String.join(",", hidden);
  }

  void hide(String names) {
    hidden.clear();
    Arrays.stream(names.split(","))
        .filter(name -> all.containsKey(name) && !name.equals("topic"))
        .forEach(hidden::add);
    fit();
  }

  /** Lets the user choose what is shown. */
  void choose() {
    menu().show(table, Side.TOP, Math.max(0, table.getWidth() - 180), 26);
  }

  /** Columns shown, in their order, with what a sheet takes of a row. */
  Map<String, Function<Row, String>> texts() {
    Map<String, Function<Row, String>> texts = new LinkedHashMap<>();
    texts.put("Value", row -> RowWords.isValue(row) ? Sheet.plain(row.reading().value()) : "");
    texts.put("Unit", RowWords::unit);
    texts.put("Age", this::age);
    texts.put("Quality", RowWords::quality);
    return texts;
  }

  private ContextMenu menu() {
    List<CheckMenuItem> items = new ArrayList<>();
    all.forEach(
        (name, column) -> {
          if (!name.equals("topic")) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setSelected(!hidden.contains(name));
            item.setOnAction(event -> show(name, item.isSelected()));
            items.add(item);
          }
        });
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(items);
    return menu;
  }

  private void show(String name, boolean on) {
    if (on) {
      hidden.remove(name);
    } else {
      hidden.add(name);
    }
    fit();
  }

  private void fit() {
    double width = table.getWidth() - SCROLL_BAR;
    if (width <= 0) {
      return;
    }
    Set<String> left = new HashSet<>(hidden);
    if (width < 840) {
      left.add("spark");
    }
    if (width < 620) {
      left.add("rate");
    }
    if (width < 520) {
      left.add("unit");
    }
    all.forEach((name, column) -> column.setVisible(!left.contains(name)));
    boolean markOnly = width < 480;
    TableColumn<Integer, String> quality = all.get("quality");
    if (markOnly != quality.getPrefWidth() <= MARK_ONLY) {
      quality.setPrefWidth(markOnly ? MARK_ONLY : QUALITY);
      quality.setText(markOnly ? "" : "Quality");
    }
    double others =
        all.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("topic") && entry.getValue().isVisible())
            .collect(Collectors.summingDouble(entry -> entry.getValue().getWidth()));
    all.get("topic").setPrefWidth(Math.max(140, width - others));
  }

  private void add(
      String name,
      String title,
      double width,
      Function<Row, String> text,
      Supplier<LiveCell> cell,
      boolean number) {
    TableColumn<Integer, String> column = table.column(title, width, text, cell);
    column.setId("part/namespace/column/" + name);
    if (number) {
      column.getStyleClass().add("number");
    }
    if (!name.equals("topic")) {
      column.widthProperty().addListener((observable, before, after) -> fit());
    }
    all.put(name, column);
  }

  private LiveCell unit() {
    return styled("muted", (cell, row) -> cell.say(RowWords.unit(row)));
  }

  private LiveCell rate() {
    return styled("muted", (cell, row) -> cell.say(RowWords.rate(row)));
  }

  private LiveCell ageCell() {
    return styled(
        "muted",
        (cell, row) -> {
          cell.say(age(row));
          cell.style("warning-text", RowWords.isStale(row));
        });
  }

  private String age(Row row) {
    return RowWords.age(row, table.rows().nowMs());
  }

  private LiveCell styled(String style, java.util.function.BiConsumer<LiveCell, Row> show) {
    LiveCell cell = LiveCell.text(table, show);
    cell.getStyleClass().add(style);
    return cell;
  }
}
