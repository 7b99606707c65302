package dev.plantwright.plugins.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;

/** Rows of tables, trees and lists, with the cells as they are shown. */
final class Rows {
  /** One row; {@code depth} and {@code expanded} mean something in trees only. */
  record Row(int index, int depth, boolean expanded, List<String> cells) {}

  private static final int MOST = 500;

  private final Node view;

  private Rows(Node view) {
    this.view = view;
  }

  /** The rows of a node, or of the first table, tree or list inside it. FX thread. */
  static Rows of(String id) {
    Node node = Nodes.get(id);
    return Nodes.walk(node)
        .filter(Rows::hasRows)
        .findFirst()
        .map(Rows::new)
        .orElseThrow(() -> Refused.bad(id + " has no rows"));
  }

  private static boolean hasRows(Node node) {
    return node instanceof TableView<?>
        || node instanceof TreeTableView<?>
        || node instanceof ListView<?>
        || node instanceof TreeView<?>;
  }

  int total() {
    return switch (view) {
      case TableView<?> table -> table.getItems().size();
      case TreeTableView<?> tree -> tree.getExpandedItemCount();
      case ListView<?> list -> list.getItems().size();
      case TreeView<?> tree -> tree.getExpandedItemCount();
      default -> 0;
    };
  }

  List<String> columns() {
    return leaves().map(TableColumnBase::getText).toList();
  }

  private Stream<? extends TableColumnBase<?, ?>> leaves() {
    return switch (view) {
      case TableView<?> table -> table.getVisibleLeafColumns().stream();
      case TreeTableView<?> tree -> tree.getVisibleLeafColumns().stream();
      default -> Stream.of();
    };
  }

  /** Brings a row into view; it is there two frames later. */
  void reveal(int row) {
    switch (view) {
      case TableView<?> table -> table.scrollTo(row);
      case TreeTableView<?> tree -> tree.scrollTo(row);
      case ListView<?> list -> list.scrollTo(row);
      case TreeView<?> tree -> tree.scrollTo(row);
      default -> throw Refused.bad("no rows");
    }
  }

  /** The cells of the rows on screen, by row. */
  private Map<Integer, Row> shown() {
    Map<Integer, Row> rows = new HashMap<>();
    cells()
        .filter(c -> !(c instanceof TableCell<?, ?>) && !(c instanceof TreeTableCell<?, ?>))
        .filter(c -> c.isVisible() && !c.isEmpty())
        .forEach(c -> rows.put(c.getIndex(), row(c)));
    return rows;
  }

  private Stream<IndexedCell<?>> cells() {
    return Nodes.walk(view).filter(n -> n instanceof IndexedCell<?>).map(n -> (IndexedCell<?>) n);
  }

  private Row row(IndexedCell<?> cell) {
    return new Row(cell.getIndex(), depth(cell), expanded(cell), texts(cell));
  }

  private List<String> texts(IndexedCell<?> row) {
    if (!(row instanceof TableRow<?>) && !(row instanceof TreeTableRow<?>)) {
      return List.of(Texts.text(row));
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < leaves().count(); i++) {
      texts.add(cell(row, i).map(Texts::text).orElse(""));
    }
    return texts;
  }

  private Optional<Node> cell(IndexedCell<?> row, int column) {
    TableColumnBase<?, ?> wanted = leaves().skip(column).findFirst().orElse(null);
    return row.getChildrenUnmodifiable().stream()
        .filter(n -> wanted != null && column(n) == wanted)
        .findFirst();
  }

  private static TableColumnBase<?, ?> column(Node cell) {
    return switch (cell) {
      case TableCell<?, ?> c -> c.getTableColumn();
      case TreeTableCell<?, ?> c -> c.getTableColumn();
      default -> null;
    };
  }

  private static TreeItem<?> item(IndexedCell<?> cell) {
    return switch (cell) {
      case TreeTableRow<?> row -> row.getTreeItem();
      case TreeCell<?> tree -> tree.getTreeItem();
      default -> null;
    };
  }

  /** A list that draws a tree itself says so in its cells' properties. */
  private int depth(IndexedCell<?> cell) {
    TreeItem<?> item = item(cell);
    if (item == null) {
      return cell.getProperties().get("depth") instanceof Integer depth ? depth : 0;
    }
    return switch (view) {
      case TreeTableView<?> tree -> level(item) - (tree.isShowRoot() ? 0 : 1);
      case TreeView<?> tree -> level(item) - (tree.isShowRoot() ? 0 : 1);
      default -> 0;
    };
  }

  private static int level(TreeItem<?> item) {
    int level = 0;
    for (TreeItem<?> i = item.getParent(); i != null; i = i.getParent()) {
      level++;
    }
    return level;
  }

  private static boolean expanded(IndexedCell<?> cell) {
    TreeItem<?> item = item(cell);
    return item == null
        ? Boolean.TRUE.equals(cell.getProperties().get("expanded"))
        : item.isExpanded() && !item.isLeaf();
  }

  /** The node of a row or of one of its cells; it must be on screen. */
  Node node(int row, int column) {
    IndexedCell<?> found =
        cells()
            .filter(c -> !(c instanceof TableCell<?, ?>) && !(c instanceof TreeTableCell<?, ?>))
            .filter(c -> c.getIndex() == row && c.isVisible() && !c.isEmpty())
            .findFirst()
            .orElseThrow(() -> new Refused(404, "there is no row " + row));
    if (column < 0 || leaves().findAny().isEmpty()) {
      return found;
    }
    return cell(found, column).orElseThrow(() -> new Refused(404, "there is no column " + column));
  }

  /** So many rows from one on, brought into view page by page. Not on the FX thread. */
  static List<Row> read(String id, int from, int count) {
    List<Row> rows = new ArrayList<>();
    int end = Math.min(FxThread.call(() -> of(id).total()), from + Math.min(count, MOST));
    Map<Integer, Row> seen = FxThread.call(() -> of(id).shown());
    for (int i = from; i < end; i++) {
      int row = i;
      if (!seen.containsKey(i)) {
        FxThread.run(() -> of(id).reveal(row));
        FxThread.frames(2);
        seen = FxThread.call(() -> of(id).shown());
      }
      if (seen.containsKey(i)) {
        rows.add(seen.get(i));
      }
    }
    return rows;
  }
}
