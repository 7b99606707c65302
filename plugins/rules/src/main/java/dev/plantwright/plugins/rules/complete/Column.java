package dev.plantwright.plugins.rules.complete;

import java.util.List;

/**
 * A column of a stream, or a member of one.
 *
 * @param path names from the row down
 * @param type as SQL calls it, such as {@code FLOAT}
 * @param now present value with its unit; empty if none is known
 */
public record Column(String stream, List<String> path, String type, String now) {
  public Column {
    path = List.copyOf(path);
  }

  /** As it is written in SQL. */
  public String text() {
    return String.join("->", path.stream().map(Column::quoted).toList());
  }

  String name() {
    return path.getLast();
  }

  static String quoted(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_]*") ? name : "`" + name + "`";
  }
}
