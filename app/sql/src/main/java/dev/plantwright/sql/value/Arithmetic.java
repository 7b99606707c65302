package dev.plantwright.sql.value;

import dev.plantwright.sql.ast.BinaryOperator;

/** {@code + - * / % & | ^} on two values. */
public final class Arithmetic {
  private Arithmetic() {}

  /**
   * The result; null (false for bits) when a side is null.
   *
   * @throws SqlError when the operator does not take such values, or for a division by zero
   */
  public static Object apply(BinaryOperator operator, Object left, Object right) {
    if (left == null || right == null) {
      return isBitwise(operator) ? false : null;
    }
    if (left instanceof Boolean a && right instanceof Boolean b && isBitwise(operator)) {
      return ofBooleans(operator, a, b);
    }
    if (left instanceof Long a && right instanceof Long b) {
      return ofLongs(operator, a, b);
    }
    if (left instanceof Number a && right instanceof Number b) {
      return ofDoubles(operator, a.doubleValue(), b.doubleValue(), left, right);
    }
    throw invalid(operator, left, right);
  }

  private static boolean isBitwise(BinaryOperator operator) {
    return operator == BinaryOperator.BIT_AND
        || operator == BinaryOperator.BIT_OR
        || operator == BinaryOperator.BIT_XOR;
  }

  private static boolean ofBooleans(BinaryOperator operator, boolean a, boolean b) {
    return operator == BinaryOperator.BIT_AND
        ? a && b
        : operator == BinaryOperator.BIT_OR ? a || b : a != b;
  }

  private static Long ofLongs(BinaryOperator operator, long a, long b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / nonZero(b);
      case MOD -> a % nonZero(b);
      case BIT_AND -> a & b;
      case BIT_OR -> a | b;
      case BIT_XOR -> a ^ b;
      default -> throw invalid(operator, a, b);
    };
  }

  private static long nonZero(long divisor) {
    if (divisor == 0) {
      throw new SqlError("divided by zero");
    }
    return divisor;
  }

  private static Double ofDoubles(
      BinaryOperator operator, double a, double b, Object left, Object right) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / nonZero(b);
      case MOD -> a % nonZero(b);
      default -> throw invalid(operator, left, right);
    };
  }

  private static double nonZero(double divisor) {
    if (divisor == 0) {
      throw new SqlError("divided by zero");
    }
    return divisor;
  }

  /** The product's complaint about operands. */
  public static SqlError invalid(BinaryOperator operator, Object left, Object right) {
    return new SqlError(
        "invalid operation %s %s %s"
            .formatted(GoText.typed(left), operator.shown(), GoText.typed(right)));
  }
}
