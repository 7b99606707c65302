package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.BinaryOperator;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.TimeUnit;
import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Symbol;
import dev.plantwright.sql.text.Span;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expressions. All operators are left associative; {@code -> . []} bind as loosely as {@code *}, so
 * that {@code 2 * a->b} is {@code (2 * a)->b}, as in the product.
 */
final class ExpressionParser {
  private static final int POSTFIX = 5;
  private static final int COMPARISON = 3;
  private static final int LONGEST = 1000;

  private static final Map<Symbol, BinaryOperator> OPERATORS =
      Map.ofEntries(
          Map.entry(Symbol.OR, BinaryOperator.OR),
          Map.entry(Symbol.AND, BinaryOperator.AND),
          Map.entry(Symbol.EQ, BinaryOperator.EQ),
          Map.entry(Symbol.NEQ, BinaryOperator.NEQ),
          Map.entry(Symbol.LT, BinaryOperator.LT),
          Map.entry(Symbol.LTE, BinaryOperator.LTE),
          Map.entry(Symbol.GT, BinaryOperator.GT),
          Map.entry(Symbol.GTE, BinaryOperator.GTE),
          Map.entry(Symbol.ADD, BinaryOperator.ADD),
          Map.entry(Symbol.SUB, BinaryOperator.SUB),
          Map.entry(Symbol.BIT_OR, BinaryOperator.BIT_OR),
          Map.entry(Symbol.BIT_XOR, BinaryOperator.BIT_XOR),
          Map.entry(Symbol.MUL, BinaryOperator.MUL),
          Map.entry(Symbol.DIV, BinaryOperator.DIV),
          Map.entry(Symbol.MOD, BinaryOperator.MOD),
          Map.entry(Symbol.BIT_AND, BinaryOperator.BIT_AND));

  private final Cursor cursor;
  private final Set<String> sources;
  private final CallParser calls;

  ExpressionParser(Cursor cursor, Set<String> sources) {
    this.cursor = cursor;
    this.sources = sources;
    this.calls = new CallParser(cursor, this);
  }

  /** An operator that waits for its right side. */
  private sealed interface Pending {
    int precedence();

    Expression apply(Expression left, Expression right);

    record Infix(BinaryOperator operator) implements Pending {
      @Override
      public int precedence() {
        return operator.precedence();
      }

      @Override
      public Expression apply(Expression left, Expression right) {
        return new Expression.Binary(operator, left, right, left.span().to(right.span()));
      }
    }

    record InArray(boolean negated) implements Pending {
      @Override
      public int precedence() {
        return COMPARISON;
      }

      @Override
      public Expression apply(Expression left, Expression right) {
        return new Expression.InArray(left, right, negated, left.span().to(right.span()));
      }
    }

    record Like(boolean negated) implements Pending {
      @Override
      public int precedence() {
        return COMPARISON;
      }

      @Override
      public Expression apply(Expression left, Expression right) {
        return new Expression.Like(left, right, negated, left.span().to(right.span()));
      }
    }
  }

  private static final class Stack {
    private final Deque<Expression> operands = new ArrayDeque<>();
    private final Deque<Pending> operators = new ArrayDeque<>();

    void reduce(int precedence) {
      while (!operators.isEmpty() && operators.peek().precedence() >= precedence) {
        Expression right = operands.pop();
        operands.push(operators.pop().apply(operands.pop(), right));
      }
    }
  }

  Expression expression() {
    cursor.enter();
    Stack stack = new Stack();
    stack.operands.push(operand());
    for (int length = 0; step(stack); length++) {
      if (length > LONGEST) {
        throw cursor.failure(cursor.last(), "the expression is too long; split the statement");
      }
    }
    stack.reduce(0);
    cursor.leave();
    return stack.operands.pop();
  }

  private boolean step(Stack stack) {
    Lexeme lexeme = cursor.peek();
    BinaryOperator operator = OPERATORS.get(lexeme.symbol());
    if (operator != null) {
      cursor.next();
      push(stack, new Pending.Infix(operator));
      return true;
    }
    return switch (lexeme.symbol()) {
      case ARROW, DOT, LEFT_BRACKET -> {
        stack.reduce(POSTFIX);
        stack.operands.push(postfix(stack.operands.pop()));
        yield true;
      }
      case IN, BETWEEN, LIKE -> {
        comparison(stack, false);
        yield true;
      }
      case NOT -> {
        if (!Set.of(Symbol.IN, Symbol.BETWEEN, Symbol.LIKE).contains(cursor.peek(1).symbol())) {
          yield false;
        }
        cursor.next();
        comparison(stack, true);
        yield true;
      }
      default -> false;
    };
  }

  private void push(Stack stack, Pending operator) {
    stack.reduce(operator.precedence());
    stack.operators.push(operator);
    stack.operands.push(operand());
  }

  private void comparison(Stack stack, boolean negated) {
    switch (cursor.next().symbol()) {
      case BETWEEN -> {
        stack.reduce(COMPARISON);
        stack.operands.push(between(stack.operands.pop(), negated));
      }
      case LIKE -> push(stack, new Pending.Like(negated));
      default -> {
        if (!cursor.accept(Symbol.LEFT_PAREN)) {
          push(stack, new Pending.InArray(negated));
          return;
        }
        stack.reduce(COMPARISON);
        stack.operands.push(inList(stack.operands.pop(), negated));
      }
    }
  }

  private Expression between(Expression value, boolean negated) {
    Expression low = operand();
    if (!cursor.accept(Symbol.AND)) {
      throw cursor.failure(
          cursor.peek().span(),
          "expect AND expression after between but found " + cursor.peek().shown());
    }
    Expression high = operand();
    return new Expression.Between(value, low, high, negated, value.span().to(high.span()));
  }

  private Expression inList(Expression value, boolean negated) {
    List<Expression> elements = new ArrayList<>();
    do {
      Lexeme start = cursor.peek();
      try {
        elements.add(expression());
      } catch (SyntaxFailure failure) {
        String detail = failure.problem().productText();
        throw cursor.failure(start.span(), "expect elements for IN expression, but " + detail);
      }
    } while (cursor.accept(Symbol.COMMA));
    if (!cursor.accept(Symbol.RIGHT_PAREN)) {
      String shown = '"' + cursor.peek().shown() + '"';
      throw cursor.failure(cursor.peek().span(), "expect ) for IN expression, but got " + shown);
    }
    return new Expression.InList(
        value, List.copyOf(elements), negated, value.span().to(cursor.last()));
  }

  private Expression postfix(Expression left) {
    Lexeme operator = cursor.next();
    if (operator.is(Symbol.LEFT_BRACKET)) {
      return subscript(left);
    }
    Lexeme name = cursor.peek();
    if (!name.isName()) {
      throw cursor.found("expected expression");
    }
    cursor.next();
    return new Expression.Member(left, name.text(), left.span().to(name.span()));
  }

  private Expression subscript(Expression left) {
    Optional<Expression> from = startsBound() ? Optional.of(expression()) : Optional.empty();
    boolean slice = cursor.accept(Symbol.COLON);
    Optional<Expression> to = slice && startsBound() ? Optional.of(expression()) : Optional.empty();
    cursor.expect(Symbol.RIGHT_BRACKET, "expected right bracket");
    Span span = left.span().to(cursor.last());
    if (from.isPresent() && !slice) {
      return new Expression.Index(left, from.get(), span);
    }
    checkBounds(from, to, span);
    return new Expression.Slice(left, from, to, span);
  }

  private boolean startsBound() {
    return !cursor.peek().is(Symbol.COLON) && !cursor.peek().is(Symbol.RIGHT_BRACKET);
  }

  private void checkBounds(Optional<Expression> from, Optional<Expression> to, Span span) {
    if (from.orElse(null) instanceof Expression.IntegerLiteral(long first, var at)
        && to.orElse(null) instanceof Expression.IntegerLiteral(long last, var until)
        && first >= last
        && (first < 0) == (last < 0)) {
      throw cursor.failure(span, "colon start value can't be greater than end value");
    }
  }

  Expression operand() {
    Lexeme lexeme = cursor.peek();
    Span span = lexeme.span();
    return switch (lexeme.symbol()) {
      case LEFT_PAREN -> parenthesised();
      case INTEGER -> integer(cursor.next(), "", span);
      case NUMBER -> number(cursor.next(), "", span);
      case SUB -> negative();
      case STRING, SINGLE_QUOTED_STRING -> new Expression.StringLiteral(cursor.next().text(), span);
      case TRUE, FALSE -> new Expression.BooleanLiteral(cursor.next().is(Symbol.TRUE), span);
      case DD, HH, MI, SS, MS ->
          new Expression.UnitLiteral(TimeUnit.valueOf(cursor.next().symbol().name()), span);
      case MUL -> wildcard(Optional.empty());
      case CASE -> calls.caseExpression();
      case REPLACE -> cursor.peek(1).is(Symbol.LEFT_PAREN) ? keywordCall() : notAnOperand();
      case IDENTIFIER, QUOTED_IDENTIFIER -> name();
      default -> notAnOperand();
    };
  }

  private Expression notAnOperand() {
    throw cursor.found("expected expression");
  }

  private Expression keywordCall() {
    return calls.call(cursor.next());
  }

  private Expression parenthesised() {
    cursor.next();
    Expression inner = expression();
    cursor.expect(Symbol.RIGHT_PAREN, "expected right paren");
    return inner;
  }

  private Expression negative() {
    Symbol after = cursor.peek(1).symbol();
    if (after != Symbol.INTEGER && after != Symbol.NUMBER) {
      return notAnOperand();
    }
    Span minus = cursor.next().span();
    Lexeme digits = cursor.next();
    Span span = minus.to(digits.span());
    return after == Symbol.INTEGER ? integer(digits, "-", span) : number(digits, "-", span);
  }

  private Expression integer(Lexeme lexeme, String sign, Span span) {
    BigInteger value = new BigInteger(sign + lexeme.text());
    BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
    return new Expression.IntegerLiteral(value.max(least).min(most).longValue(), span);
  }

  private Expression number(Lexeme lexeme, String sign, Span span) {
    try {
      return new Expression.NumberLiteral(Double.parseDouble(sign + lexeme.text()), span);
    } catch (NumberFormatException e) {
      throw cursor.found(span, lexeme.text(), "invalid number value");
    }
  }

  private Expression name() {
    Lexeme first = cursor.next();
    if (cursor.peek().is(Symbol.LEFT_PAREN) && first.is(Symbol.IDENTIFIER)) {
      return calls.call(first);
    }
    if (!cursor.peek().is(Symbol.DOT)) {
      return new Expression.Column(Optional.empty(), first.text(), first.span());
    }
    Lexeme second = cursor.peek(1);
    if (second.is(Symbol.MUL)) {
      cursor.next();
      return wildcard(Optional.of(first.text()));
    }
    if (!sources.contains(first.text()) || !second.isName()) {
      return new Expression.Column(Optional.empty(), first.text(), first.span());
    }
    cursor.next();
    cursor.next();
    return new Expression.Column(
        Optional.of(first.text()), second.text(), first.span().to(second.span()));
  }

  private Expression wildcard(Optional<String> stream) {
    Span start = cursor.next().span();
    List<String> except = List.of();
    List<Expression.Replacement> replace = List.of();
    while (cursor.peek(1).is(Symbol.LEFT_PAREN)) {
      if (cursor.accept(Symbol.EXCEPT)) {
        except = exceptNames();
      } else if (cursor.accept(Symbol.REPLACE)) {
        replace = replacements();
      } else {
        break;
      }
    }
    return new Expression.Wildcard(stream, except, replace, start.to(cursor.last()));
  }

  private List<String> exceptNames() {
    cursor.next();
    List<String> names = new ArrayList<>();
    while (cursor.peek().isName()) {
      names.add(cursor.next().text());
      cursor.accept(Symbol.COMMA);
    }
    cursor.expect(Symbol.RIGHT_PAREN, "expected right paren");
    return List.copyOf(names);
  }

  private List<Expression.Replacement> replacements() {
    cursor.next();
    List<Expression.Replacement> replacements = new ArrayList<>();
    do {
      Expression value = expression();
      cursor.expect(Symbol.AS, "expected as");
      if (!cursor.peek().isName()) {
        throw cursor.found("expected as alias");
      }
      replacements.add(new Expression.Replacement(value, cursor.next().text()));
    } while (cursor.accept(Symbol.COMMA));
    cursor.expect(Symbol.RIGHT_PAREN, "expected right paren");
    return List.copyOf(replacements);
  }
}
