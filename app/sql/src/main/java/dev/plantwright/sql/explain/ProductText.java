package dev.plantwright.sql.explain;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.LikePattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expressions as the product's messages and plans name them. */
public final class ProductText {
  private final Function<Expression.Column, String> columns;

  /**
   * Texts of a statement.
   *
   * @param defaultStream stream of unqualified columns
   */
  public ProductText(String defaultStream) {
    this(column -> column.stream().orElse(defaultStream) + "." + column.name());
  }

  /**
   * Texts of a statement whose names are resolved.
   *
   * @param columns text of a name
   */
  public ProductText(Function<Expression.Column, String> columns) {
    this.columns = columns;
  }

  public String of(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral literal -> Long.toString(literal.value());
      case Expression.NumberLiteral literal -> GoText.of(literal.value());
      case Expression.StringLiteral literal -> literal.value();
      case Expression.BooleanLiteral literal -> Boolean.toString(literal.value());
      case Expression.UnitLiteral literal -> literal.unit().name();
      case Expression.Column column -> columns.apply(column);
      case Expression.Metadata metadata ->
          metadata.stream().map(s -> s + ".").orElse("") + metadata.name();
      case Expression.Wildcard wildcard -> wildcard.stream().map(s -> s + ".*").orElse("*");
      case Expression.Binary binary ->
          binary(of(binary.left()), binary.operator().shown(), of(binary.right()));
      case Expression.Member member ->
          binary(of(member.object()), "->", "jsonFieldName:" + member.name());
      case Expression.Index index -> subscript(of(index.array()), of(index.index()));
      case Expression.Slice slice -> subscript(of(slice.array()), slice(slice));
      case Expression.Between between -> between(between);
      case Expression.InList in -> in(in);
      case Expression.InArray in ->
          binary(of(in.value()), in.negated() ? "NOT IN" : "IN", of(in.array()));
      case Expression.Like like ->
          binary(of(like.value()), like.negated() ? "NOT LIKE" : "LIKE", pattern(like));
      case Expression.Case choice -> choice(choice);
      case Expression.Call call -> call(call);
    };
  }

  private String between(Expression.Between between) {
    String bounds = "betweenExpr:{ %s, %s }".formatted(of(between.low()), of(between.high()));
    return binary(of(between.value()), between.negated() ? "NOT BETWEEN" : "BETWEEN", bounds);
  }

  private String in(Expression.InList in) {
    String set = "valueSetExpr:{ literalExprs:[%s] }".formatted(list(in.elements()));
    return binary(of(in.value()), in.negated() ? "NOT IN" : "IN", set);
  }

  private String pattern(Expression.Like like) {
    return like.pattern() instanceof Expression.StringLiteral(String text, var span)
        ? "likePattern:" + LikePattern.expression(text)
        : of(like.pattern());
  }

  private String choice(Expression.Case choice) {
    String branches =
        choice.branches().stream()
            .map(branch -> "{ whenClause:{ " + of(branch.condition()) + " } }")
            .collect(Collectors.joining(", "));
    String value = choice.value().map(v -> "value:{ " + of(v) + " }, ").orElse("");
    return "caseExprValue:{ " + value + "whenClauses:[" + branches + "] }";
  }

  private String call(Expression.Call call) {
    if (call.arguments().isEmpty()) {
      return "Call:{ name:%s }".formatted(call.name());
    }
    return "Call:{ name:%s, args:[%s] }".formatted(call.name(), list(call.arguments()));
  }

  private String slice(Expression.Slice slice) {
    return "ColonExpr:{ start:{ %s }, end:{ %s } }"
        .formatted(bound(slice.from(), "0"), bound(slice.to(), "-2147483648"));
  }

  private String bound(Optional<Expression> bound, String open) {
    return bound.map(this::of).orElse(open);
  }

  private String list(List<Expression> expressions) {
    return expressions.stream().map(this::of).collect(Collectors.joining(", "));
  }

  private static String subscript(String array, String index) {
    return "binaryExpr:{ %s[%s] }".formatted(array, index);
  }

  private static String binary(String left, String operator, String right) {
    return "binaryExpr:{ %s %s %s }".formatted(left, operator, right);
  }
}
