package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.BinaryOperator;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.function.Function;
import dev.plantwright.sql.function.Functions;
import dev.plantwright.sql.row.AggregateSlot;
import dev.plantwright.sql.row.Evaluator;
import dev.plantwright.sql.row.Frame;
import dev.plantwright.sql.row.Row;
import dev.plantwright.sql.value.Arithmetic;
import dev.plantwright.sql.value.Comparison;
import dev.plantwright.sql.value.SqlError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns expressions into evaluators, once for each plan. */
final class ExpressionCompiler {
  private final Scope scope;
  private final Slots slots;

  ExpressionCompiler(Scope scope, Slots slots) {
    this.scope = scope;
    this.slots = slots;
  }

  Evaluator compile(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral(long value, var at) -> constant(value);
      case Expression.NumberLiteral(double value, var at) -> constant(value);
      case Expression.StringLiteral(String value, var at) -> constant(value);
      case Expression.BooleanLiteral(boolean value, var at) -> constant(value);
      case Expression.UnitLiteral unit -> constant(unit.unit().name());
      case Expression.Column column -> column(column);
      case Expression.Metadata metadata -> frame -> frame.metadata(metadata.name());
      case Expression.Wildcard wildcard -> wildcard(wildcard);
      case Expression.Binary binary -> binary(binary);
      case Expression.Member member -> Paths.member(compile(member.object()), member.name());
      case Expression.Index index -> Paths.index(compile(index.array()), compile(index.index()));
      case Expression.Slice slice ->
          Paths.slice(
              compile(slice.array()),
              slice.from().map(this::compile),
              slice.to().map(this::compile));
      case Expression.Between between -> Conditions.between(between, this::compile);
      case Expression.InList in -> Conditions.in(in, this::compile);
      case Expression.InArray in -> Conditions.in(in, this::compile);
      case Expression.Like like -> Conditions.like(like, this::compile);
      case Expression.Case choice -> Conditions.choice(choice, this::compile);
      case Expression.Call call -> call(call);
    };
  }

  private static Evaluator constant(Object value) {
    return frame -> value;
  }

  private Evaluator column(Expression.Column column) {
    return switch (scope.resolve(column)) {
      case Scope.Meaning.Nothing() -> constant(null);
      case Scope.Meaning.SourceColumn(String name) -> sourceColumn(name);
      case Scope.Meaning.Alias(int field) -> alias(field);
    };
  }

  private Evaluator sourceColumn(String name) {
    OptionalInt slot = slots.column(name);
    if (slot.isEmpty()) {
      return constant(null);
    }
    int index = slot.getAsInt();
    return frame -> frame.row().get(index);
  }

  /** Computed once a row. */
  Evaluator alias(int field) {
    Evaluator definition =
        new ExpressionCompiler(scope.ofField(field), slots)
            .compile(scope.field(field).expression());
    int slot = slots.alias(field);
    return frame -> {
      Row row = frame.row();
      Object value = row.raw(slot);
      if (value == Row.PENDING) {
        value = definition.evaluate(frame);
        row.set(slot, value);
      }
      return value;
    };
  }

  private Evaluator wildcard(Expression.Wildcard wildcard) {
    List<String> except = wildcard.except();
    if (except.isEmpty()) {
      return frame -> frame.row().whole();
    }
    return frame -> {
      var members = new java.util.HashMap<>(frame.row().whole());
      members.keySet().removeAll(except);
      return members;
    };
  }

  private Evaluator binary(Expression.Binary binary) {
    Evaluator left = compile(binary.left());
    Evaluator right = compile(binary.right());
    BinaryOperator operator = binary.operator();
    return switch (operator) {
      case AND, OR -> logical(operator, left, right);
      case EQ, NEQ, LT, LTE, GT, GTE ->
          frame -> Comparison.test(operator, operand(operator, left, frame), right.evaluate(frame));
      case ADD, SUB, MUL, DIV, MOD, BIT_AND, BIT_OR, BIT_XOR ->
          frame ->
              Arithmetic.apply(operator, operand(operator, left, frame), right.evaluate(frame));
    };
  }

  private static Object operand(BinaryOperator operator, Evaluator left, Frame frame) {
    return Operands.simple(left.evaluate(frame), operator.shown());
  }

  /** The right side is left alone when the left one decides. */
  private static Evaluator logical(BinaryOperator operator, Evaluator left, Evaluator right) {
    boolean deciding = operator == BinaryOperator.OR;
    return frame -> {
      Object first = operand(operator, left, frame);
      if (first instanceof Boolean flag && flag == deciding) {
        return deciding;
      }
      Object second = right.evaluate(frame);
      if (first == null || second == null) {
        return false;
      }
      if (first instanceof Boolean a && second instanceof Boolean b) {
        return deciding ? a || b : a && b;
      }
      throw Arithmetic.invalid(operator, first, second);
    };
  }

  private Evaluator call(Expression.Call call) {
    Optional<Function> function = Functions.find(call.name());
    return switch (function.orElse(null)) {
      case null -> throw Unsupported.at(scope.text(), call.nameSpan(), "function " + call.name());
      case Function.Aggregate aggregate -> aggregate(aggregate, call);
      case Function.Scalar scalar -> scalar(scalar, call);
    };
  }

  private Evaluator aggregate(Function.Aggregate function, Expression.Call call) {
    List<Evaluator> arguments = call.arguments().stream().map(this::compile).toList();
    AggregateSlot slot = new AggregateSlot(function, arguments, slots.nextAggregate());
    slots.add(slot);
    return frame -> slot.result(frame.row());
  }

  private Evaluator scalar(Function.Scalar function, Expression.Call call) {
    Evaluator[] arguments = call.arguments().stream().map(this::compile).toArray(Evaluator[]::new);
    String name = call.name();
    return frame -> {
      Object[] values = new Object[arguments.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments[i].evaluate(frame);
      }
      try {
        return function.call(values, frame);
      } catch (SqlError e) {
        throw e.ofCall(name);
      }
    };
  }
}
