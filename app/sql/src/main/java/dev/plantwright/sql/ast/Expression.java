package dev.plantwright.sql.ast;

import dev.plantwright.sql.text.Span;
import java.util.List;
import java.util.Optional;

/** Something that has a value; every one knows where it stands. */
public sealed interface Expression {
  Span span();

  record IntegerLiteral(long value, Span span) implements Expression {}

  record NumberLiteral(double value, Span span) implements Expression {}

  record StringLiteral(String value, Span span) implements Expression {}

  record BooleanLiteral(boolean value, Span span) implements Expression {}

  /** {@code dd hh mi ss ms} as an argument of a window. */
  record UnitLiteral(TimeUnit unit, Span span) implements Expression {}

  /**
   * A column, or an alias of the same statement.
   *
   * @param stream empty when the name is unqualified
   */
  record Column(Optional<String> stream, String name, Span span) implements Expression {}

  /**
   * {@code *} or {@code stream.*}.
   *
   * @param stream empty for all sources of the statement
   * @param except columns left out
   * @param replace columns whose value is another expression's
   */
  record Wildcard(
      Optional<String> stream, List<String> except, List<Replacement> replace, Span span)
      implements Expression {}

  /** {@code expression AS name} inside {@code REPLACE}. */
  record Replacement(Expression value, String name) {}

  /** A name inside {@code meta()} or {@code mqtt()}. */
  record Metadata(Optional<String> stream, String name, Span span) implements Expression {}

  record Binary(BinaryOperator operator, Expression left, Expression right, Span span)
      implements Expression {}

  /** {@code object->name} or {@code object.name}. */
  record Member(Expression object, String name, Span span) implements Expression {}

  /** {@code array[index]}. */
  record Index(Expression array, Expression index, Span span) implements Expression {}

  /** {@code array[from:to]}; the end is exclusive. */
  record Slice(Expression array, Optional<Expression> from, Optional<Expression> to, Span span)
      implements Expression {}

  record Between(Expression value, Expression low, Expression high, boolean negated, Span span)
      implements Expression {}

  /** {@code value IN (a, b)}. */
  record InList(Expression value, List<Expression> elements, boolean negated, Span span)
      implements Expression {}

  /** {@code value IN array}. */
  record InArray(Expression value, Expression array, boolean negated, Span span)
      implements Expression {}

  record Like(Expression value, Expression pattern, boolean negated, Span span)
      implements Expression {}

  /**
   * {@code CASE}.
   *
   * @param value empty for the searched form, whose conditions are boolean
   */
  record Case(
      Optional<Expression> value, List<Branch> branches, Optional<Expression> otherwise, Span span)
      implements Expression {}

  /** {@code WHEN condition THEN result}. */
  record Branch(Expression condition, Expression result) {}

  /**
   * A call of a function.
   *
   * @param name as the function registry knows it (built-ins in lower case)
   */
  record Call(
      String name, List<Expression> arguments, Optional<Over> over, Span nameSpan, Span span)
      implements Expression {}

  /** {@code OVER (PARTITION BY ... WHEN ... ORDER BY ...)}. */
  record Over(
      List<Expression> partition, Optional<Expression> when, List<SortKey> order, Span span) {}
}
