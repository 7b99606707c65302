package dev.plantwright.sql.value;

import dev.plantwright.sql.ast.BinaryOperator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** {@code = != < <= > >=} on two values. */
public final class Comparison {
  private Comparison() {}

  /**
   * False when a side is null.
   *
   * @throws SqlError when the two cannot be compared
   */
  public static boolean test(BinaryOperator operator, Object left, Object right) {
    if (left == null || right == null) {
      return false;
    }
    if (left instanceof Boolean && right instanceof Boolean) {
      return switch (operator) {
        case EQ -> left.equals(right);
        case NEQ -> !left.equals(right);
        default -> throw Arithmetic.invalid(operator, left, right);
      };
    }
    if (left instanceof Double || right instanceof Double) {
      return doubles(operator, left, right);
    }
    int order = order(left, right).orElseThrow(() -> Arithmetic.invalid(operator, left, right));
    return switch (operator) {
      case EQ -> order == 0;
      case NEQ -> order != 0;
      case LT -> order < 0;
      case LTE -> order <= 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
      default -> throw Arithmetic.invalid(operator, left, right);
    };
  }

  /** Not a number compares as in Go: only {@code !=} is true. */
  private static boolean doubles(BinaryOperator operator, Object left, Object right) {
    if (!(left instanceof Number a && right instanceof Number b)) {
      throw Arithmetic.invalid(operator, left, right);
    }
    double x = a.doubleValue();
    double y = b.doubleValue();
    return switch (operator) {
      case EQ -> x == y;
      case NEQ -> x != y;
      case LT -> x < y;
      case LTE -> x <= y;
      case GT -> x > y;
      case GTE -> x >= y;
      default -> throw Arithmetic.invalid(operator, left, right);
    };
  }

  /** Order of two numbers or two strings (by their UTF-8 bytes); empty for anything else. */
  public static OptionalInt order(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return OptionalInt.of(Long.compare(a, b));
    }
    if (left instanceof Number a && right instanceof Number b) {
      return OptionalInt.of(Double.compare(a.doubleValue(), b.doubleValue()));
    }
    if (left instanceof String a && right instanceof String b) {
      return OptionalInt.of(bytewise(a, b));
    }
    return OptionalInt.empty();
  }

  /** Order of the UTF-8 bytes. */
  public static int bytewise(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
