package dev.plantwright.plugins.rules.complete;

import dev.plantwright.sql.ast.ColumnDefinition;
import dev.plantwright.sql.ast.DataType;
import dev.plantwright.sql.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/** The columns that a stream declares, members of structures too. */
final class DeclaredColumns {
  private DeclaredColumns() {}

  static List<Column> of(Statement.Create create) {
    List<Column> columns = new ArrayList<>();
    add(create.name(), List.of(), create.columns(), columns);
    return columns;
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
