package dev.plantwright.plugins.rules.complete;

import dev.plantwright.sql.ast.ColumnDefinition;
import dev.plantwright.sql.ast.DataType;
import dev.plantwright.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/** The columns of a stream: those it declares, members of structures too. */
final class DeclaredColumns {
  private DeclaredColumns() {}

  /**
   * @param seen the columns of its last message: all there are if the stream declares none, else
   *     their values
   */
  static List<Column> of(Statement.Create create, List<Column> seen) {
    if (!create.hasSchema()) {
      return seen;
    }
    List<Column> columns = new ArrayList<>();
    add(create.name(), List.of(), create.columns(), columns);
    return columns.stream().map(c -> withValue(c, seen)).toList();
  }

  private static Column withValue(Column column, List<Column> seen) {
    return seen.stream()
        .filter(s -> s.path().equals(column.path()))
        .findFirst()
        .map(s -> new Column(column.stream(), column.path(), column.type(), s.now()))
        .orElse(column);
  }

  private static void add(
      String stream, List<String> above, List<ColumnDefinition> definitions, List<Column> to) {
    for (ColumnDefinition definition : definitions) {
      List<String> path = new ArrayList<>(above);
      path.add(definition.name());
      to.add(new Column(stream, path, type(definition.type()), ""));
      if (definition.type() instanceof DataType.Struct(List<ColumnDefinition> members)) {
        add(stream, path, members, to);
      }
    }
  }

  private static String type(DataType type) {
    return switch (type) {
      case DataType.Basic basic -> basic.name();
      case DataType.ArrayOf array -> "ARRAY";
      case DataType.Struct struct -> "STRUCT";
    };
  }
}
