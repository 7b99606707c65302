package dev.plantwright.sql.function;

import dev.plantwright.sql.function.Function.Accumulator;
import dev.plantwright.sql.function.Function.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Functions of all rows of a group. */
final class AggregateFunctions {
  private AggregateFunctions() {}

  static List<Function> all() {
    return List.of(
        aggregate("count", Count::new),
        aggregate("sum", () -> new Total("sum", false)),
        aggregate("avg", () -> new Total("avg", true)),
        aggregate("max", () -> new Extreme(1)),
        aggregate("min", () -> new Extreme(-1)),
        new Aggregate("collect", Signature.of(Argument.ANY), NullRule.BODY, Collection::new),
        new Aggregate(
            "last_value",
            Signature.of(Argument.ANY, Argument.BOOLEAN),
            NullRule.NULL,
            LastValue::new));
  }

  private static Aggregate aggregate(String name, Supplier<Accumulator> accumulators) {
    return new Aggregate(name, Signature.of(Argument.ANY), NullRule.NULL, accumulators);
  }

  private static final class Count implements Accumulator {
    private long count;

    @Override
    public void add(Object[] arguments) {
      if (arguments[0] != null) {
        count++;
      }
    }

    @Override
    public Object result() {
      return count;
    }
  }

  private static final class Collection implements Accumulator {
    private final List<Object> values = new ArrayList<>();

    @Override
    public void add(Object[] arguments) {
      values.add(arguments[0]);
    }

    @Override
    public Object result() {
      return new ArrayList<>(values);
    }
  }

  private static final class LastValue implements Accumulator {
    private Object last;
    private Object lastNonNull;
    private boolean ignoreNull;

    @Override
    public void add(Object[] arguments) {
      last = arguments[0];
      lastNonNull = last == null ? lastNonNull : last;
      ignoreNull = Boolean.TRUE.equals(arguments[1]);
    }

    @Override
    public Object result() {
      return ignoreNull ? lastNonNull : last;
    }
  }
}
