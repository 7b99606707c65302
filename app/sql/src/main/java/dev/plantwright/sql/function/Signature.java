package dev.plantwright.sql.function;

import dev.plantwright.sql.ast.Expression;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a function.
 *
 * @param arguments the last one stands for all further ones when {@code most} is larger
 * @param least how many there must be
 * @param most how many there may be; {@link Integer#MAX_VALUE} for any number
 */
public record Signature(List<Argument> arguments, int least, int most) {
  public static final int ANY_NUMBER = Integer.MAX_VALUE;

  public static Signature of(Argument... arguments) {
    return new Signature(List.of(arguments), arguments.length, arguments.length);
  }

  /** Arguments from {@code least} on may be left out. */
  public static Signature optional(int least, Argument... arguments) {
    return new Signature(List.of(arguments), least, arguments.length);
  }

  public static Signature variadic(int least, Argument... arguments) {
    return new Signature(List.of(arguments), least, ANY_NUMBER);
  }

  /** The product's complaint about a call, if it has one. */
  Optional<String> check(List<Expression> given) {
    int found = given.size();
    if (found < least || found > most) {
      return Optional.of(countComplaint(found));
    }
    for (int i = 0; i < found; i++) {
      Argument expected = argument(i);
      if (!expected.takes(given.get(i))) {
        return Optional.of(expected.complaint(i));
      }
    }
    return Optional.empty();
  }

  private Argument argument(int index) {
    return arguments.isEmpty()
        ? Argument.ANY
        : arguments.get(Math.min(index, arguments.size() - 1));
  }

  private String countComplaint(int found) {
    if (least == most) {
      return "Expect %d arguments but found %d.".formatted(least, found);
    }
    return most == ANY_NUMBER
        ? "At least has %d argument but found %d.".formatted(least, found)
        : "Expect %d or %d arguments but found %d.".formatted(least, most, found);
  }
}
