package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.DataType;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.value.GoText;
import java.util.Locale;
import java.util.Set;

/** The literal behind {@code DEFAULT}. */
final class DefaultValue {
  private DefaultValue() {}

  static Expression parse(Cursor cursor, DataType type) {
    if (!(type instanceof DataType.Basic basic) || basic == DataType.Basic.BYTEA) {
      String shown = type instanceof DataType.Basic basic ? basic.shown() : "struct or array";
      throw cursor.failure(cursor.peek().span(), "DEFAULT clause is not supported for " + shown);
    }
    Expression value = new ExpressionParser(cursor, Set.of()).operand();
    if (!fits(basic, value)) {
      throw cursor.failure(
          value.span(), "cannot convert %s to %s".formatted(shown(value), goType(basic)));
    }
    return value;
  }

  private static boolean fits(DataType.Basic type, Expression value) {
    return switch (value) {
      case Expression.IntegerLiteral _ ->
          type != DataType.Basic.BOOLEAN && type != DataType.Basic.STRING;
      case Expression.NumberLiteral _ ->
          type == DataType.Basic.FLOAT || type == DataType.Basic.BIGINT;
      case Expression.StringLiteral _ ->
          type == DataType.Basic.STRING || type == DataType.Basic.DATETIME;
      case Expression.BooleanLiteral _ -> type == DataType.Basic.BOOLEAN;
      default -> false;
    };
  }

  private static String shown(Expression value) {
    return switch (value) {
      case Expression.IntegerLiteral(long number, var span) -> GoText.typed(number);
      case Expression.NumberLiteral(double number, var span) -> GoText.typed(number);
      case Expression.StringLiteral(String text, var span) -> GoText.typed(text);
      case Expression.BooleanLiteral(boolean flag, var span) -> GoText.typed(flag);
      default -> value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }

  private static String goType(DataType.Basic type) {
    return switch (type) {
      case BIGINT -> "int64";
      case FLOAT -> "float64";
      case BOOLEAN -> "bool";
      case STRING -> "string";
      case DATETIME -> "datetime";
      case BYTEA -> "bytes";
    };
  }
}
