package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.TimeUnit;
import dev.plantwright.sql.ast.Window;
import dev.plantwright.sql.run.WindowSpec;
import dev.plantwright.sql.text.Span;

/** Windows that can run; the others are refused with their name and place. */
final class WindowPlanner {
  private WindowPlanner() {}

  static WindowSpec plan(Window window, Scope scope, ExpressionCompiler compiler) {
    if (!window.partition().isEmpty()) {
      throw refuse(scope, window.span(), "PARTITION BY of a window");
    }
    boolean sliding = window.kind() == Window.Kind.SLIDINGWINDOW;
    if (window.when().isPresent() && !sliding) {
      throw refuse(scope, window.span(), "OVER (WHEN ...) of " + window.kind());
    }
    return switch (window.kind()) {
      case TUMBLINGWINDOW -> new WindowSpec.Tumbling(unit(window), positive(window, 1, scope));
      case HOPPINGWINDOW ->
          new WindowSpec.Hopping(
              unit(window), positive(window, 1, scope), positive(window, 2, scope));
      case COUNTWINDOW -> counting(window, scope);
      case SLIDINGWINDOW -> sliding(window, scope, compiler);
      case SESSIONWINDOW, STATEWINDOW -> throw refuse(scope, window.span(), window.kind().name());
    };
  }

  private static WindowSpec counting(Window window, Scope scope) {
    long count = positive(window, 0, scope);
    long interval = window.arguments().size() > 1 ? number(window.arguments().get(1)) : count;
    return new WindowSpec.Counting(count, interval);
  }

  private static WindowSpec sliding(Window window, Scope scope, ExpressionCompiler compiler) {
    if (window.arguments().size() > 2) {
      throw refuse(scope, window.arguments().get(2).span(), "delay of SLIDINGWINDOW");
    }
    return new WindowSpec.Sliding(
        unit(window), number(window.arguments().get(1)), window.when().map(compiler::compile));
  }

  private static TimeUnit unit(Window window) {
    return ((Expression.UnitLiteral) window.arguments().getFirst()).unit();
  }

  private static long positive(Window window, int argument, Scope scope) {
    Expression expression = window.arguments().get(argument);
    long value = number(expression);
    if (value <= 0) {
      throw refuse(scope, expression.span(), "a window of length " + value);
    }
    return value;
  }

  private static long number(Expression expression) {
    return ((Expression.IntegerLiteral) expression).value();
  }

  private static PlanFailure refuse(Scope scope, Span span, String what) {
    return Unsupported.at(scope.text(), span, what);
  }
}
