package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Expressions;
import dev.plantwright.sql.ast.SortKey;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.ast.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which columns of its source a statement reads; only those are decoded. */
final class SourceColumns {
  private SourceColumns() {}

  /** Names in the order of their first use; unknown ones are a failure. */
  static List<String> of(Statement.Select select, Scope clauses) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < select.fields().size(); i++) {
      collect(select.fields().get(i).expression(), clauses.ofField(i), names);
    }
    clauses(select).forEach(expression -> collect(expression, clauses, names));
    return new ArrayList<>(names);
  }

  private static void collect(Expression expression, Scope scope, Set<String> names) {
    Expressions.all(expression)
        .filter(Expression.Column.class::isInstance)
        .map(column -> scope.resolve((Expression.Column) column))
        .forEach(
            meaning -> {
              if (meaning instanceof Scope.Meaning.SourceColumn(String name)) {
                names.add(name);
              }
            });
  }

  /** Everything behind the select list. */
  static Stream<Expression> clauses(Statement.Select select) {
    return Stream.of(
            select.where().stream(),
            select.groupBy().stream(),
            select.window().stream().flatMap(SourceColumns::window),
            select.having().stream(),
            select.orderBy().stream().map(SortKey::expression))
        .flatMap(stream -> stream);
  }

  private static Stream<Expression> window(Window window) {
    return Stream.of(
            window.arguments().stream(),
            window.filter().stream(),
            window.when().stream(),
            window.partition().stream())
        .flatMap(stream -> stream);
  }

  /** Does the statement need all members of its messages? */
  static boolean wantsWhole(Statement.Select select) {
    return Stream.concat(select.fields().stream().map(field -> field.expression()), clauses(select))
        .anyMatch(
            expression -> Expressions.any(expression, part -> part instanceof Expression.Wildcard));
  }
}
