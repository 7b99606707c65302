package dev.plantwright.plugins.namespace;

import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.rows.Row;
import dev.plantwright.live.rows.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/** The tree of topics as a table of the visible rows. Its items are the handles of the rows. */
final class RowTable extends TableView<Integer> {
  private final Live live;
  private final Rows rows;
  private final RowList list;
  private final Set<LiveCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
  private final Map<Integer, Row> frame = new HashMap<>();
  private final RowColumns columns;
  private Consumer<List<Integer>> onSelect = handles -> {};
  private List<Integer> chosen = List.of();
  private boolean renewing;

  RowTable(Live live, Rows rows) {
    this.live = live;
    this.rows = rows;
    this.list = new RowList(rows);
    setId("part/namespace/tree");
    getStyleClass().add("row-table");
    setItems(list);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    columns = new RowColumns(this);
    setRowFactory(table -> new LiveRow(this));
    setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getSelectionModel()
        .getSelectedItems()
        .addListener((javafx.collections.ListChangeListener<Integer>) change -> selected());
  }

  /** Told of the handles selected, first the one selected last. */
  void onSelect(Consumer<List<Integer>> listener) {
    onSelect = listener;
  }

  Rows rows() {
    return rows;
  }

  Latest latest() {
    return live.latest();
  }

  RowColumns columns() {
    return columns;
  }

  /** A visible row as it was at the last {@link #frame}. */
  Row row(int index) {
    return frame.computeIfAbsent(index, rows::get);
  }

  /** Takes in what is new and paints what can be seen. */
  void frame() {
    boolean renewed = rows.refresh();
    frame.clear();
    if (renewed) {
      renew();
    } else {
      cells.forEach(LiveCell::paint);
    }
  }

  void toggle(int index) {
    Row row = row(index);
    if (row.expanded()) {
      rows.collapse(row.row());
    } else {
      rows.expand(row.row());
    }
    frame();
  }

  /** Makes a row visible and selects it. */
  void reveal(int handle) {
    rows.reveal(handle);
    frame();
    int index = rows.indexOf(handle);
    if (index >= 0) {
      getSelectionModel().clearAndSelect(index);
      getFocusModel().focus(index);
      scrollTo(Math.max(0, index - 5));
    }
  }

  /** The handle that keys act on, or {@link Latest#NONE}. */
  int current() {
    return chosen.isEmpty() ? Latest.NONE : chosen.getFirst();
  }

  /** The handles selected, the one selected last before the others. */
  List<Integer> chosen() {
    return chosen;
  }

  TableColumn<Integer, String> column(
      String title, double width, Function<Row, String> text, Supplier<LiveCell> cell) {
    TableColumn<Integer, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(text.apply(rows.row(features.getValue()))));
    column.setCellFactory(
        c -> {
          LiveCell made = cell.get();
          cells.add(made);
          return made;
        });
    return column;
  }

  /** The selection stays with the rows, wherever they are now; else it goes to what hides them. */
  private void renew() {
    List<Integer> before = chosen;
    renewing = true;
    list.renew();
    getSelectionModel().clearSelection();
    for (int handle : before.reversed()) {
      select(rows.indexOf(handle));
    }
    if (getSelectionModel().isEmpty() && !before.isEmpty()) {
      int above = before.getFirst();
      while (above > Latest.ROOT && rows.indexOf(above) < 0) {
        above = latest().parent(above);
      }
      select(rows.indexOf(above));
    }
    renewing = false;
    selected();
  }

  private void select(int index) {
    if (index >= 0) {
      getSelectionModel().select(index);
      getFocusModel().focus(index);
    }
  }

  private void selected() {
    if (renewing) {
      return;
    }
    List<Integer> handles = new ArrayList<>();
    for (int index : getSelectionModel().getSelectedIndices()) {
      if (index >= 0 && index < list.size()) {
        handles.add(list.get(index));
      }
    }
    int last = getSelectionModel().getSelectedIndex();
    if (last >= 0 && last < list.size() && handles.remove(list.get(last))) {
      handles.addFirst(list.get(last));
    }
    if (!handles.equals(chosen)) {
      chosen = List.copyOf(handles);
      onSelect.accept(chosen);
    }
  }

  private void pressed(KeyEvent event) {
    int index = getSelectionModel().getSelectedIndex();
    if (index < 0 || index >= list.size() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT -> right(index, event);
      case LEFT -> left(index, event);
      case SPACE, ENTER -> {
        if (row(index).branch()) {
          toggle(index);
          event.consume();
        }
      }
      default -> {}
    }
  }

  private void right(int index, KeyEvent event) {
    event.consume();
    Row row = row(index);
    if (row.branch() && !row.expanded()) {
      toggle(index);
    } else if (row.branch()) {
      getSelectionModel().clearAndSelect(index + 1);
    }
  }

  private void left(int index, KeyEvent event) {
    event.consume();
    Row row = row(index);
    if (row.branch() && row.expanded()) {
      toggle(index);
    } else if (latest().parent(row.row()) > Latest.ROOT) {
      int above = rows.indexOf(latest().parent(row.row()));
      getSelectionModel().clearAndSelect(above);
      scrollTo(Math.max(0, above - 1));
    }
  }
}
