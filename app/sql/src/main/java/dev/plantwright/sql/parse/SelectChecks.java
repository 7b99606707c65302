package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Expressions;
import dev.plantwright.sql.ast.Field;
import dev.plantwright.sql.ast.Join;
import dev.plantwright.sql.ast.SortKey;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.explain.ProductText;
import dev.plantwright.sql.function.FunctionKind;
import dev.plantwright.sql.function.Functions;
import java.util.List;
import java.util.stream.Stream;

/** Where kinds of functions may stand. */
final class SelectChecks {
  private SelectChecks() {}

  static void check(Cursor cursor, Statement.Select select) {
    for (Expression key : select.groupBy()) {
      if (calls(key, FunctionKind.AGGREGATE)) {
        String shown = new ProductText("$$default").of(key);
        throw cursor.failure(
            key.span(),
            "Not allowed to call aggregate functions in GROUP BY clause: " + shown + ".");
      }
    }
    setReturning(cursor, select);
    for (Expression clause : outsideSelectList(select).toList()) {
      reject(cursor, clause, FunctionKind.WINDOW, "window functions can only be in select fields");
      reject(
          cursor,
          clause,
          FunctionKind.COLUMNS,
          "function changed_cols can only be used inside the select clause");
    }
  }

  private static void setReturning(Cursor cursor, Statement.Select select) {
    List<Expression> fields = select.fields().stream().map(Field::expression).toList();
    long count = fields.stream().filter(SelectChecks::isSetReturning).count();
    for (Expression field : fields) {
      boolean nested =
          Expressions.parts(field).stream()
              .anyMatch(part -> calls(part, FunctionKind.SET_RETURNING));
      if (nested) {
        throw cursor.failure(
            field.span(), "select clause shouldn't has nested set-returning-functions");
      }
      if (count > 1 && isSetReturning(field)) {
        throw cursor.failure(
            field.span(), "select clause shouldn't has multi set-returning-functions");
      }
    }
    for (Expression clause : outsideSelectList(select).toList()) {
      reject(
          cursor,
          clause,
          FunctionKind.SET_RETURNING,
          "select statement shouldn't has srf except fields");
    }
  }

  private static boolean isSetReturning(Expression expression) {
    return expression instanceof Expression.Call call
        && Functions.kind(call.name()) == FunctionKind.SET_RETURNING;
  }

  private static void reject(Cursor cursor, Expression clause, FunctionKind kind, String message) {
    if (calls(clause, kind)) {
      throw cursor.failure(clause.span(), message);
    }
  }

  private static boolean calls(Expression expression, FunctionKind kind) {
    return Expressions.calls(expression).anyMatch(call -> Functions.kind(call.name()) == kind);
  }

  private static Stream<Expression> outsideSelectList(Statement.Select select) {
    return Stream.of(
            select.joins().stream().map(Join::on).flatMap(java.util.Optional::stream),
            select.where().stream(),
            select.groupBy().stream(),
            select.having().stream(),
            select.orderBy().stream().map(SortKey::expression))
        .flatMap(stream -> stream);
  }
}
