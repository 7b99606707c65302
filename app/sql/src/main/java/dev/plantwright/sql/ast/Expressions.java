package dev.plantwright.sql.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Walks over expressions. */
public final class Expressions {
  private Expressions() {}

  /** Direct parts, in the order written. */
  public static List<Expression> parts(Expression expression) {
    List<Expression> parts = new ArrayList<>();
    switch (expression) {
      case Expression.IntegerLiteral _,
          Expression.NumberLiteral _,
          Expression.StringLiteral _,
          Expression.BooleanLiteral _,
          Expression.UnitLiteral _,
          Expression.Column _,
          Expression.Metadata _ -> {}
      case Expression.Wildcard wildcard -> wildcard.replace().forEach(r -> parts.add(r.value()));
      case Expression.Binary binary -> parts.addAll(List.of(binary.left(), binary.right()));
      case Expression.Member member -> parts.add(member.object());
      case Expression.Index index -> parts.addAll(List.of(index.array(), index.index()));
      case Expression.Slice slice -> {
        parts.add(slice.array());
        slice.from().ifPresent(parts::add);
        slice.to().ifPresent(parts::add);
      }
      case Expression.Between between ->
          parts.addAll(List.of(between.value(), between.low(), between.high()));
      case Expression.InList in -> {
        parts.add(in.value());
        parts.addAll(in.elements());
      }
      case Expression.InArray in -> parts.addAll(List.of(in.value(), in.array()));
      case Expression.Like like -> parts.addAll(List.of(like.value(), like.pattern()));
      case Expression.Case choice -> {
        choice.value().ifPresent(parts::add);
        choice.branches().forEach(b -> parts.addAll(List.of(b.condition(), b.result())));
        choice.otherwise().ifPresent(parts::add);
      }
      case Expression.Call call -> {
        parts.addAll(call.arguments());
        call.over().ifPresent(over -> parts.addAll(parts(over)));
      }
    }
    return parts;
  }

  private static List<Expression> parts(Expression.Over over) {
    List<Expression> parts = new ArrayList<>(over.partition());
    over.when().ifPresent(parts::add);
    over.order().forEach(key -> parts.add(key.expression()));
    return parts;
  }

  /** The expression and everything in it. */
  public static Stream<Expression> all(Expression expression) {
    return Stream.concat(
        Stream.of(expression), parts(expression).stream().flatMap(Expressions::all));
  }

  public static boolean any(Expression expression, Predicate<Expression> condition) {
    return all(expression).anyMatch(condition);
  }

  /** Calls anywhere in the expression. */
  public static Stream<Expression.Call> calls(Expression expression) {
    return all(expression)
        .filter(Expression.Call.class::isInstance)
        .map(Expression.Call.class::cast);
  }
}
