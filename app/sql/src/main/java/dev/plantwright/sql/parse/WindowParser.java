package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Window;
import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Symbol;
import dev.plantwright.sql.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Windows in {@code GROUP BY}. */
final class WindowParser {
  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final CallParser calls;

  WindowParser(Cursor cursor, ExpressionParser expressions, CallParser calls) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.calls = calls;
  }

  /** Does a window stand here? */
  Optional<Window.Kind> kind() {
    Lexeme name = cursor.peek();
    if (!name.is(Symbol.IDENTIFIER) || !cursor.peek(1).is(Symbol.LEFT_PAREN)) {
      return Optional.empty();
    }
    for (Window.Kind kind : Window.Kind.values()) {
      if (name.isWord(kind.name())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  Window window(Window.Kind kind) {
    Span start = cursor.next().span();
    cursor.next();
    List<Expression> arguments = new ArrayList<>();
    if (!cursor.peek().is(Symbol.RIGHT_PAREN)) {
      do {
        arguments.add(expressions.expression());
      } while (cursor.accept(Symbol.COMMA));
    }
    cursor.expect(Symbol.RIGHT_PAREN, "expected right paren");
    check(kind, arguments, start.to(cursor.last()));
    Optional<Expression> filter = filter();
    Optional<Expression> when = Optional.empty();
    List<Expression> partition = List.of();
    if (cursor.accept(Symbol.OVER)) {
      cursor.expect(Symbol.LEFT_PAREN, "expected left paren after over");
      when = calls.when();
      partition = calls.partition();
      cursor.expect(Symbol.RIGHT_PAREN, "expected right paren");
    }
    Span span = start.to(cursor.last());
    return new Window(kind, List.copyOf(arguments), filter, when, partition, span);
  }

  private Optional<Expression> filter() {
    if (!cursor.accept(Symbol.FILTER)) {
      return Optional.empty();
    }
    cursor.expect(Symbol.LEFT_PAREN, "expected left paren after filter");
    cursor.expect(Symbol.WHERE, "expected where after filter");
    Expression condition = expressions.expression();
    cursor.expect(Symbol.RIGHT_PAREN, "expected right paren");
    return Optional.of(condition);
  }

  private void check(Window.Kind kind, List<Expression> arguments, Span span) {
    switch (kind) {
      case TUMBLINGWINDOW -> timed(kind, arguments, span, 2, 2);
      case HOPPINGWINDOW, SESSIONWINDOW -> timed(kind, arguments, span, 3, 3);
      case SLIDINGWINDOW -> timed(kind, arguments, span, 2, 3);
      case COUNTWINDOW -> counted(arguments, span);
      case STATEWINDOW -> {
        if (arguments.isEmpty() || arguments.size() > 2) {
          throw count(kind, span, "1 or 2");
        }
      }
    }
  }

  private void timed(Window.Kind kind, List<Expression> arguments, Span span, int least, int most) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    if (arguments.size() < least || arguments.size() > most) {
      throw count(kind, span, least == most ? "" + least : least + " or " + most);
    }
    if (!(arguments.getFirst() instanceof Expression.UnitLiteral)) {
      throw cursor.failure(
          arguments.getFirst().span(),
          "The 1st argument for %s is expecting timer literal expression. One value of [dd|hh|mi|ss|ms].\n"
              .formatted(name));
    }
    for (int i = 1; i < arguments.size(); i++) {
      if (!(arguments.get(i) instanceof Expression.IntegerLiteral)) {
        throw cursor.failure(
            arguments.get(i).span(),
            "The %d argument for %s is expecting interger literal expression. \n"
                .formatted(i, name));
      }
    }
  }

  private void counted(List<Expression> arguments, Span span) {
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw cursor.failure(span, "Invalid parameter count.");
    }
    List<Long> numbers = new ArrayList<>();
    for (Expression argument : arguments) {
      if (!(argument instanceof Expression.IntegerLiteral(long value, var at))) {
        throw cursor.failure(
            argument.span(), "Invalid parameter type: an integer literal is expected.");
      }
      numbers.add(value);
    }
    if (numbers.size() == 1 && numbers.getFirst() <= 0) {
      throw cursor.failure(span, "Invalid parameter value " + numbers.getFirst() + ".");
    }
    if (numbers.size() == 2 && numbers.get(1) > numbers.getFirst()) {
      throw cursor.failure(
          span,
          "The second parameter value %d should be less than the first parameter %d."
              .formatted(numbers.get(1), numbers.getFirst()));
    }
  }

  private SyntaxFailure count(Window.Kind kind, Span span, String expected) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return cursor.failure(span, "The arguments for %s should be %s.\n".formatted(name, expected));
  }
}
