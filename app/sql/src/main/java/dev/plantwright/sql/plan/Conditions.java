package dev.plantwright.sql.plan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.plantwright.sql.ast.BinaryOperator;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.row.Evaluator;
import dev.plantwright.sql.value.Comparison;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.LikePattern;
import dev.plantwright.sql.value.SqlError;
import dev.plantwright.sql.value.SqlPanic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code BETWEEN}, {@code IN}, {@code LIKE} and {@code CASE}. */
final class Conditions {
  private Conditions() {}

  static Evaluator between(Expression.Between between, Function<Expression, Evaluator> compile) {
    Evaluator value = compile.apply(between.value());
    Evaluator low = compile.apply(between.low());
    Evaluator high = compile.apply(between.high());
    boolean negated = between.negated();
    return frame -> {
      Object v = Operands.simple(value.evaluate(frame), negated ? "NOT BETWEEN" : "BETWEEN");
      Object l = low.evaluate(frame);
      Object h = high.evaluate(frame);
      if (v == null || l == null || h == null) {
        return false;
      }
      return (atLeast(v, l) && atLeast(h, v, v)) != negated;
    };
  }

  private static boolean atLeast(Object value, Object bound) {
    return Comparison.order(value, bound).orElseThrow(() -> incomparable(value, bound)) >= 0;
  }

  private static boolean atLeast(Object bound, Object value, Object shownFirst) {
    return Comparison.order(bound, value).orElseThrow(() -> incomparable(shownFirst, bound)) >= 0;
  }

  private static SqlError incomparable(Object value, Object bound) {
    return new SqlError(
        "between operator cannot compare %s and %s"
            .formatted(GoText.typed(value), GoText.typed(bound)));
  }

  static Evaluator in(Expression.InList in, Function<Expression, Evaluator> compile) {
    Evaluator value = compile.apply(in.value());
    List<Evaluator> elements = in.elements().stream().map(compile).toList();
    boolean negated = in.negated();
    return frame -> {
      Object v = value.evaluate(frame);
      if (v == null) {
        return false;
      }
      for (Evaluator element : elements) {
        if (equal(v, element.evaluate(frame))) {
          return !negated;
        }
      }
      return negated;
    };
  }

  static Evaluator in(Expression.InArray in, Function<Expression, Evaluator> compile) {
    Evaluator value = compile.apply(in.value());
    Evaluator array = compile.apply(in.array());
    boolean negated = in.negated();
    return frame -> {
      Object v = value.evaluate(frame);
      Object set = array.evaluate(frame);
      if (v == null) {
        return false;
      }
      return contains(set, v) != negated;
    };
  }

  private static boolean contains(Object set, Object value) {
    return switch (set) {
      case null -> false;
      case List<?> list -> list.stream().anyMatch(element -> equal(value, element));
      default ->
          throw new SqlPanic(
              "reflect: call of reflect.Value.Len on %s Value".formatted(GoText.typeName(set)));
    };
  }

  private static boolean equal(Object value, Object element) {
    try {
      return Comparison.test(BinaryOperator.EQ, value, element);
    } catch (SqlError e) {
      throw e.in("evaluate in expression error: ");
    }
  }

  static Evaluator like(Expression.Like like, Function<Expression, Evaluator> compile) {
    Evaluator value = compile.apply(like.value());
    boolean negated = like.negated();
    if (like.pattern() instanceof Expression.StringLiteral(String text, var at)) {
      Pattern pattern = pattern(text);
      return frame -> {
        Object v = value.evaluate(frame);
        if (!(v instanceof String string)) {
          throw new SqlError(
              "LIKE operator left operand expects string, but found " + GoText.of(v));
        }
        return pattern.matches(string) != negated;
      };
    }
    Evaluator computed = compile.apply(like.pattern());
    return frame -> computedLike(value.evaluate(frame), computed.evaluate(frame)) != negated;
  }

  /** With a computed pattern, any error stops the rule, as in the product. */
  private static boolean computedLike(Object value, Object pattern) {
    if (value instanceof String text && pattern instanceof String expression) {
      try {
        return pattern(expression).matches(text);
      } catch (PatternSyntaxException e) {
        throw new SqlPanic(e.getMessage());
      }
    }
    Object wrong = value instanceof String ? pattern : value;
    throw new SqlPanic(likeComplaint(value instanceof String, wrong));
  }

  private static String likeComplaint(boolean aboutPattern, Object wrong) {
    return aboutPattern
        ? "invalid LIKE pattern, must be a string but got " + GoText.of(wrong)
        : "LIKE operator left operand expects string, but found " + GoText.of(wrong);
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(LikePattern.expression(text));
  }

  static Evaluator choice(Expression.Case choice, Function<Expression, Evaluator> compile) {
    Optional<Evaluator> value = choice.value().map(compile);
    List<Branch> branches =
        choice.branches().stream()
            .map(b -> new Branch(compile.apply(b.condition()), compile.apply(b.result())))
            .toList();
    Optional<Evaluator> otherwise = choice.otherwise().map(compile);
    return frame -> {
      for (Branch branch : branches) {
        if (takes(value.map(v -> Optional.ofNullable(v.evaluate(frame))), branch, frame)) {
          return branch.result().evaluate(frame);
        }
      }
      return otherwise.isPresent() ? otherwise.get().evaluate(frame) : null;
    };
  }

  private record Branch(Evaluator condition, Evaluator result) {}

  private static boolean takes(
      Optional<Optional<Object>> value, Branch branch, dev.plantwright.sql.row.Frame frame) {
    try {
      Object condition = branch.condition().evaluate(frame);
      if (value.isEmpty()) {
        return Boolean.TRUE.equals(condition);
      }
      return Comparison.test(BinaryOperator.EQ, value.get().orElse(null), condition);
    } catch (SqlError e) {
      throw e.in("evaluate case expression error: ");
    }
  }
}
