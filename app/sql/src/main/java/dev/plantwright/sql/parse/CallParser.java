package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.BinaryOperator;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.SortKey;
import dev.plantwright.sql.function.FunctionKind;
import dev.plantwright.sql.function.Functions;
import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Symbol;
import dev.plantwright.sql.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Calls of functions and {@code CASE}. */
final class CallParser {
  private static final Set<String> METADATA_FUNCTIONS = Set.of("meta", "mqtt");

  private final Cursor cursor;
  private final ExpressionParser expressions;

  CallParser(Cursor cursor, ExpressionParser expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  Expression call(Lexeme nameLexeme) {
    String written = nameLexeme.shown();
    String name = written.toLowerCase(Locale.ROOT);
    if (!Functions.isKnown(name)) {
      throw unknown(written, nameLexeme.span());
    }
    cursor.next();
    List<Expression> arguments =
        METADATA_FUNCTIONS.contains(name) ? metadataArguments() : arguments();
    Span span = nameLexeme.span().to(cursor.last());
    checkArguments(name, arguments, span);
    Optional<Expression.Over> over = over(name);
    return new Expression.Call(
        name, arguments, over, nameLexeme.span(), nameLexeme.span().to(cursor.last()));
  }

  private SyntaxFailure unknown(String written, Span span) {
    String product = "function " + written + " not found";
    String hint =
        Functions.similarTo(written).map(near -> "; did you mean " + near + "?").orElse("");
    return cursor.failure(span, "SQL-UNKNOWN-FUNCTION", product + hint, product);
  }

  private void checkArguments(String name, List<Expression> arguments, Span span) {
    Functions.checkArguments(name, arguments)
        .ifPresent(
            mistake -> {
              String product = "validate function " + name + " error: " + mistake;
              throw cursor.failure(span, "SQL-ARGUMENTS", product, product);
            });
  }

  private List<Expression> arguments() {
    List<Expression> arguments = new ArrayList<>();
    if (cursor.accept(Symbol.RIGHT_PAREN)) {
      return List.of();
    }
    do {
      arguments.add(expressions.expression());
    } while (cursor.accept(Symbol.COMMA));
    cursor.expect(Symbol.RIGHT_PAREN, "expected right paren");
    return List.copyOf(arguments);
  }

  private List<Expression> metadataArguments() {
    return arguments().stream().map(CallParser::metadata).toList();
  }

  /** Names inside these calls are metadata, not columns. */
  private static Expression metadata(Expression argument) {
    return switch (argument) {
      case Expression.Column(var stream, var name, var span) ->
          new Expression.Metadata(stream, name, span);
      case Expression.Member(var object, var name, var span) ->
          new Expression.Member(metadata(object), name, span);
      default -> argument;
    };
  }

  private Optional<Expression.Over> over(String name) {
    if (!cursor.peek().is(Symbol.OVER)) {
      return Optional.empty();
    }
    FunctionKind kind = Functions.kind(name);
    if (kind != FunctionKind.ANALYTIC && kind != FunctionKind.WINDOW) {
      throw cursor.failure(cursor.peek().span(), "Found OVER after non analytic function " + name);
    }
    Span start = cursor.next().span();
    cursor.expect(Symbol.LEFT_PAREN, "expected left paren after over");
    List<Expression> partition = partition();
    Optional<Expression> when = when();
    List<SortKey> order = order();
    cursor.expect(Symbol.RIGHT_PAREN, "expected right paren");
    return Optional.of(new Expression.Over(partition, when, order, start.to(cursor.last())));
  }

  List<Expression> partition() {
    if (!cursor.accept(Symbol.PARTITION)) {
      return List.of();
    }
    cursor.expect(Symbol.BY, "expected BY keyword");
    List<Expression> keys = new ArrayList<>();
    do {
      keys.add(expressions.expression());
    } while (cursor.accept(Symbol.COMMA));
    return List.copyOf(keys);
  }

  Optional<Expression> when() {
    return cursor.accept(Symbol.WHEN) ? Optional.of(expressions.expression()) : Optional.empty();
  }

  List<SortKey> order() {
    if (!cursor.accept(Symbol.ORDER)) {
      return List.of();
    }
    cursor.expect(Symbol.BY, "expected BY keyword");
    List<SortKey> keys = new ArrayList<>();
    while (cursor.peek().isName()) {
      Expression key = expressions.expression();
      boolean descending = cursor.accept(Symbol.DESC);
      if (!descending) {
        cursor.accept(Symbol.ASC);
      }
      keys.add(new SortKey(key, descending, key.span().to(cursor.last())));
      cursor.accept(Symbol.COMMA);
    }
    return List.copyOf(keys);
  }

  Expression caseExpression() {
    Span start = cursor.next().span();
    Optional<Expression> value = Optional.empty();
    if (!cursor.peek().is(Symbol.WHEN)) {
      value = Optional.of(expressions.expression());
    }
    List<Expression.Branch> branches = new ArrayList<>();
    while (cursor.accept(Symbol.WHEN)) {
      branches.add(branch(value.isEmpty()));
    }
    if (branches.isEmpty()) {
      String found = cursor.peek().is(Symbol.ELSE) ? " before ELSE" : "";
      throw cursor.failure(cursor.peek().span(), "invalid CASE expression, WHEN expected" + found);
    }
    Optional<Expression> otherwise =
        cursor.accept(Symbol.ELSE) ? Optional.of(expressions.expression()) : Optional.empty();
    if (!cursor.accept(Symbol.END)) {
      throw cursor.failure(cursor.peek().span(), "invalid CASE expression, END expected");
    }
    Span span = start.to(cursor.last());
    return new Expression.Case(value, List.copyOf(branches), otherwise, span);
  }

  private Expression.Branch branch(boolean searched) {
    Expression condition = expressions.expression();
    if (searched && !isCondition(condition)) {
      throw cursor.failure(
          condition.span(), "invalid CASE expression, WHEN expression must be a bool condition");
    }
    if (!cursor.accept(Symbol.THEN)) {
      throw cursor.failure(
          cursor.peek().span(), "invalid CASE expression, THEN expected after WHEN");
    }
    return new Expression.Branch(condition, expressions.expression());
  }

  private static boolean isCondition(Expression expression) {
    return switch (expression) {
      case Expression.Binary binary ->
          binary.operator().precedence() <= BinaryOperator.EQ.precedence();
      case Expression.BooleanLiteral _,
          Expression.InList _,
          Expression.InArray _,
          Expression.Between _,
          Expression.Like _ ->
          true;
      default -> false;
    };
  }
}
