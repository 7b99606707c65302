package dev.plantwright.sql.ast;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Expressions as the product's messages and plans name them. */
public final class ProductText {
  private final String defaultStream;

  /**
   * @param defaultStream stream of unqualified columns
   */
  public ProductText(String defaultStream) {
    this.defaultStream = defaultStream;
  }

  public String of(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral literal -> Long.toString(literal.value());
      case Expression.NumberLiteral literal -> Double.toString(literal.value());
      case Expression.StringLiteral literal -> literal.value();
      case Expression.BooleanLiteral literal -> Boolean.toString(literal.value());
      case Expression.UnitLiteral literal -> literal.unit().name();
      case Expression.Column column -> qualified(column.stream(), column.name());
      case Expression.Metadata metadata -> qualified(metadata.stream(), metadata.name());
      case Expression.Wildcard wildcard -> wildcard.stream().map(s -> s + ".*").orElse("*");
      case Expression.Binary binary ->
          binary(of(binary.left()), binary.operator().shown(), of(binary.right()));
      case Expression.Member member -> binary(of(member.object()), "->", member.name());
      case Expression.Index index -> binary(of(index.array()), "[]", of(index.index()));
      case Expression.Slice slice -> binary(of(slice.array()), "[]", slice(slice));
      case Expression.Between between ->
          binary(
              of(between.value()),
              between.negated() ? "NOT BETWEEN" : "BETWEEN",
              of(between.low()) + ", " + of(between.high()));
      case Expression.InList in ->
          binary(of(in.value()), in.negated() ? "NOT IN" : "IN", list(in.elements()));
      case Expression.InArray in ->
          binary(of(in.value()), in.negated() ? "NOT IN" : "IN", of(in.array()));
      case Expression.Like like ->
          binary(of(like.value()), like.negated() ? "NOT LIKE" : "LIKE", of(like.pattern()));
      case Expression.Case _ -> "caseExpr";
      case Expression.Call call ->
          "Call:{ name:%s, args:[%s] }".formatted(call.name(), list(call.arguments()));
    };
  }

  private String qualified(Optional<String> stream, String name) {
    return stream.orElse(defaultStream) + "." + name;
  }

  private String slice(Expression.Slice slice) {
    return slice.from().map(this::of).orElse("0") + ":" + slice.to().map(this::of).orElse("");
  }

  private String list(List<Expression> expressions) {
    return expressions.stream().map(this::of).collect(Collectors.joining(", "));
  }

  private static String binary(String left, String operator, String right) {
    return "binaryExpr:{ %s %s %s }".formatted(left, operator, right);
  }
}
