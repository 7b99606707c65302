package dev.plantwright.sql.function;

import java.util.function.Supplier;

/** A built-in function that can be called. */
public sealed interface Function {
  /** In lower case. */
  String name();

  Signature signature();

  NullRule nulls();

  /** The result of a call; throws {@link dev.plantwright.sql.value.SqlError}. */
  @FunctionalInterface
  interface Body {
    Object apply(Object[] arguments, CallContext context);
  }

  record Scalar(String name, Signature signature, NullRule nulls, Body body) implements Function {
    /** The result, with the null rule applied. */
    public Object call(Object[] arguments, CallContext context) {
      return nulls.applies(arguments) ? nulls.result() : body.apply(arguments, context);
    }
  }

  /**
   * A function of all rows of a group.
   *
   * @param accumulators makes the state of one group
   */
  record Aggregate(
      String name, Signature signature, NullRule nulls, Supplier<Accumulator> accumulators)
      implements Function {}

  /** State of an aggregate over one group. */
  interface Accumulator {
    /** One row's arguments. */
    void add(Object[] arguments);

    /** What the rows so far give; throws {@link dev.plantwright.sql.value.SqlError}. */
    Object result();
  }
}
