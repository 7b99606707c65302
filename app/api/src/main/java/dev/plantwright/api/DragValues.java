package dev.plantwright.api;

import java.util.List;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

/** How value rows are dragged from one part to another. */
public final class DragValues {
  private static final DataFormat FORMAT = new DataFormat("application/x-plantwright-values");

  private DragValues() {}

  public static void put(Dragboard board, List<ValueRef> values) {
    String lines = String.join("\n", values.stream().map(ValueRef::toString).toList());
    ClipboardContent content = new ClipboardContent();
    content.put(FORMAT, lines);
    content.putString(lines);
    board.setContent(content);
  }

  public static boolean has(Dragboard board) {
    return board.hasContent(FORMAT);
  }

  public static List<ValueRef> get(Dragboard board) {
    return board.getContent(FORMAT) instanceof String lines
        ? lines.lines().map(ValueRef::parse).toList()
        : List.of();
  }
}
