package dev.plantwright.sql.row;

import dev.plantwright.sql.function.Function;
import dev.plantwright.sql.function.NullRule;
import dev.plantwright.sql.value.SqlError;
import dev.plantwright.sql.value.TypedNil;
import java.util.List;

/**
 * An aggregate call of a plan: where its state lives in the row of a group.
 *
 * @param slot in the row
 */
public record AggregateSlot(Function.Aggregate function, List<Evaluator> arguments, int slot) {

  State begin() {
    return new State(function.accumulators().get());
  }

  /** What the call gives for a group; a row without a state stands for an empty window. */
  public Object result(Row group) {
    if (group.raw(slot) instanceof State state) {
      return state.result(function.name());
    }
    return function.nulls() == NullRule.NULL ? null : TypedNil.NIL;
  }

  /** The state of one group. */
  static final class State {
    private final Function.Accumulator accumulator;
    private SqlError error;

    State(Function.Accumulator accumulator) {
      this.accumulator = accumulator;
    }

    void add(AggregateSlot call, Frame frame) {
      if (error != null) {
        return;
      }
      List<Evaluator> evaluators = call.arguments();
      Object[] arguments = new Object[evaluators.size()];
      try {
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = evaluators.get(i).evaluate(frame);
        }
        accumulator.add(arguments);
      } catch (SqlError e) {
        error = e;
      }
    }

    Object result(String name) {
      if (error != null) {
        throw error;
      }
      try {
        return accumulator.result();
      } catch (SqlError e) {
        throw e.ofCall(name);
      }
    }
  }
}
