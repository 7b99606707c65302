package dev.plantwright.sql.function;

import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Numbers in, numbers out. */
final class MathFunctions {
  private static final Signature NUMBER = Signature.of(Argument.NUMBER);
  private static final Signature NUMBERS = Signature.of(Argument.NUMBER, Argument.NUMBER);

  private MathFunctions() {}

  static List<Function> all() {
    List<Function> functions = new ArrayList<>();
    functions.add(scalar("abs", NUMBER, (a, c) -> abs(a[0])));
    functions.add(real("ceil", Math::ceil));
    functions.add(real("ceiling", Math::ceil));
    functions.add(real("floor", Math::floor));
    functions.add(
        scalar(
            "round", Signature.optional(1, Argument.NUMBER, Argument.INTEGER), (a, c) -> round(a)));
    functions.add(
        scalar("trunc", Signature.of(Argument.NUMBER, Argument.INTEGER), (a, c) -> trunc(a)));
    functions.add(scalar("sqrt", NUMBER, (a, c) -> sqrt(a[0])));
    functions.add(scalar("ln", NUMBER, (a, c) -> ln(a[0])));
    functions.add(
        scalar("log", Signature.optional(1, Argument.NUMBER, Argument.NUMBER), (a, c) -> log(a)));
    functions.add(real("exp", Math::exp));
    functions.add(real("power", Math::pow));
    functions.add(real("pow", Math::pow));
    functions.add(scalar("mod", NUMBERS, (a, c) -> mod(a)));
    functions.add(scalar("sign", NUMBER, (a, c) -> (long) Math.signum(Convert.toDouble(a[0]))));
    functions.add(scalar("pi", Signature.of(), (a, c) -> Math.PI));
    functions.add(
        scalar("rand", Signature.of(), (a, c) -> ThreadLocalRandom.current().nextDouble()));
    trigonometry(functions);
    bits(functions);
    return functions;
  }

  private static void trigonometry(List<Function> functions) {
    functions.add(real("sin", Math::sin));
    functions.add(real("cos", Math::cos));
    functions.add(real("tan", Math::tan));
    functions.add(real("asin", Math::asin));
    functions.add(real("acos", Math::acos));
    functions.add(real("atan", Math::atan));
    functions.add(real("atan2", Math::atan2));
    functions.add(real("sinh", Math::sinh));
    functions.add(real("cosh", Math::cosh));
    functions.add(real("tanh", Math::tanh));
    functions.add(real("radians", value -> value * (Math.PI / 180)));
    functions.add(real("degrees", value -> value * (180 / Math.PI)));
    functions.add(scalar("cot", NUMBER, (a, c) -> cot(Convert.toDouble(a[0]))));
  }

  private static void bits(List<Function> functions) {
    functions.add(bitwise("bitand", (a, b) -> a & b));
    functions.add(bitwise("bitor", (a, b) -> a | b));
    functions.add(bitwise("bitxor", (a, b) -> a ^ b));
    functions.add(
        scalar("bitnot", Signature.of(Argument.INTEGER), (a, c) -> ~bits(a[0], "operand")));
  }

  private static Function scalar(String name, Signature signature, Function.Body body) {
    return new Function.Scalar(name, signature, NullRule.NULL, body);
  }

  private static Function real(String name, DoubleUnaryOperator operator) {
    return scalar(name, NUMBER, (a, c) -> orNull(operator.applyAsDouble(Convert.toDouble(a[0]))));
  }

  private static Function real(String name, DoubleBinaryOperator operator) {
    return scalar(
        name,
        NUMBERS,
        (a, c) -> orNull(operator.applyAsDouble(Convert.toDouble(a[0]), Convert.toDouble(a[1]))));
  }

  private static Object orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Function bitwise(String name, LongBinaryOperator operator) {
    Signature signature = Signature.of(Argument.INTEGER, Argument.INTEGER);
    return scalar(
        name,
        signature,
        (a, c) ->
            operator.applyAsLong(
                bits(a[0], "the first operand"), bits(a[1], "the second operand")));
  }

  private static long bits(Object value, String which) {
    if (value instanceof Long || value instanceof Double d && Convert.isWhole(d)) {
      return ((Number) value).longValue();
    }
    throw new SqlError("Expect int type for " + which + " but got " + GoText.of(value));
  }

  /** Ints go through a float, as in the product: large ones lose their last digits. */
  private static Object abs(Object value) {
    return switch (value) {
      case Long number -> {
        double size = Math.abs((double) number);
        yield size >= 0x1p63 ? Long.MIN_VALUE : (long) size;
      }
      case Double number -> Math.abs(number);
      default -> throw new SqlError("only float64 & int type are supported");
    };
  }

  private static Object round(Object[] arguments) {
    double value = Convert.toDouble(arguments[0]);
    if (arguments.length == 1) {
      return halfAwayFromZero(value);
    }
    long places = Convert.toLong(arguments[1]);
    double scale = Math.pow(10, places);
    double scaled = value * scale;
    if (Double.isInfinite(scaled) || Double.isInfinite(scale) || scale == 0) {
      int decimals = Math.clamp(places, -400, 400);
      return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
    }
    return halfAwayFromZero(scaled) / scale;
  }

  private static double halfAwayFromZero(double value) {
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    return Math.abs(value - whole) >= 0.5 ? whole + Math.signum(value) : whole;
  }

  /** Rounds, despite its name. */
  private static Object trunc(Object[] arguments) {
    double value = Convert.toDouble(arguments[0]);
    double scale = Math.pow(10, Convert.toLong(arguments[1]));
    return (double) Convert.truncate(value * scale + Math.copySign(0.5, value)) / scale;
  }

  private static Object sqrt(Object argument) {
    double root = Math.sqrt(Convert.toDouble(argument));
    if (Double.isNaN(root)) {
      throw notPositive("a positive number", argument);
    }
    return root;
  }

  private static Object ln(Object argument) {
    double value = Convert.toDouble(argument);
    if (Double.isNaN(Math.log(value))) {
      throw notPositive("a strictly positive number", argument);
    }
    return Math.log(value);
  }

  private static Object log(Object[] arguments) {
    double value = Convert.toDouble(arguments[arguments.length - 1]);
    double result =
        arguments.length == 1
            ? Math.log10(value)
            : Math.log(value) / Math.log(Convert.toDouble(arguments[0]));
    if (Double.isNaN(result)) {
      throw notPositive("a strictly positive number", arguments[arguments.length - 1]);
    }
    return result;
  }

  private static SqlError notPositive(String expected, Object argument) {
    return SqlError.complete(
        "The argument must be " + expected + " but got " + GoText.of(argument));
  }

  /** A second argument that is no number counts as 0, as in the product. */
  private static Object mod(Object[] arguments) {
    double divisor = arguments[1] instanceof Number number ? number.doubleValue() : 0;
    return Convert.toDouble(arguments[0]) % divisor;
  }

  private static Object cot(double value) {
    if (value == 0) {
      throw new SqlError("out-of-range error");
    }
    return orNull(1 / Math.tan(value));
  }
}
