package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Field;
import dev.plantwright.sql.ast.SortKey;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.ast.Window;
import dev.plantwright.sql.explain.ProductText;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expressions with their names resolved, as the product's messages and plans show them. */
final class BoundText {
  private final Scope scope;

  BoundText(Scope scope) {
    this.scope = scope;
  }

  String of(Expression expression) {
    return new ProductText(this::column).of(expression);
  }

  private String column(Expression.Column column) {
    return switch (scope.resolve(column)) {
      case Scope.Meaning.SourceColumn(String name) -> scope.source().name() + "." + name;
      case Scope.Meaning.Nothing() -> column.stream().orElse("") + "." + column.name();
      case Scope.Meaning.Alias(int field) -> alias(field);
    };
  }

  private String alias(int index) {
    Field field = scope.field(index);
    String definition = new BoundText(scope.ofField(index)).of(field.expression());
    return "$$alias." + field.name() + ",aliasRef:" + definition;
  }

  /** How the text of an error names an item of the select list. */
  String errorText(Field field) {
    String expression = "expr: " + of(field.expression());
    return field.alias().map(name -> "alias: " + name + " " + expression).orElse(expression);
  }

  String fields(Statement.Select select) {
    String fields =
        IntStream.range(0, select.fields().size())
            .mapToObj(this::fieldText)
            .collect(Collectors.joining(", "));
    OptionalLong limit = select.limit();
    return "Fields:[ " + fields + " ]" + (limit.isPresent() ? ", Limit:" + limit.getAsLong() : "");
  }

  private String fieldText(int index) {
    Field field = scope.field(index);
    return field.alias().isPresent()
        ? alias(index)
        : new BoundText(scope.ofField(index)).of(field.expression());
  }

  String order(List<SortKey> keys) {
    return keys.stream()
        .map(this::sortField)
        .collect(Collectors.joining(", ", "SortFields:[ ", " ]"));
  }

  private String sortField(SortKey key) {
    String name =
        key.expression() instanceof Expression.Column column ? column.name() : of(key.expression());
    return "sortField:{ name:%s, ascending:%s, fieldExpr:{ %s } }"
        .formatted(name, !key.descending(), of(key.expression()));
  }

  String dimensions(List<Expression> keys) {
    return keys.stream().map(this::of).collect(Collectors.joining(", ", "Dimension:{ ", " }"));
  }

  static String window(Window window) {
    int place = window.kind() == Window.Kind.COUNTWINDOW ? 0 : 1;
    long length =
        window.arguments().get(place) instanceof Expression.IntegerLiteral(long value, var at)
            ? value
            : 0;
    String type = window.kind().name().replace("WINDOW", "_WINDOW");
    return "{ length:%d, windowType:%s, limit: 0 }".formatted(length, type);
  }
}
