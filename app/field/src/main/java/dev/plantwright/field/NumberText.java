package dev.plantwright.field;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The JSON text of floating-point values, digit by digit as Neuron 2.15 prints them. */
public final class NumberText {
  private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final int TIDY_DECIMALS = 5;
  private static final double TIDY_BELOW = 1e15;

  private NumberText() {}

  /**
   * Text of a shown value.
   *
   * @param value finite
   * @param type of the tag, which decides how the automatic precision works
   * @param padded with trailing zeros up to the precision, as uploads have them
   */
  public static String of(double value, DataType type, Scaling scaling, boolean padded) {
    if (scaling.precision() > 0) {
      return fixed(value, scaling.precision(), padded);
    }
    boolean tidy =
        scaling.bias() == 0
            && (type == DataType.DOUBLE || type == DataType.FLOAT && scaling.decimal() == 0);
    return tidy && Math.abs(value) < TIDY_BELOW
        ? general(tidy(value))
        : general(new BigDecimal(value));
  }

  /** Fifteen significant digits, with an exponent where {@code %g} of C would have one. */
  public static String general(double value) {
    return general(new BigDecimal(value));
  }

  private static String fixed(double value, int precision, boolean padded) {
    BigDecimal rounded = new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN);
    return padded ? rounded.toPlainString() : withPoint(rounded);
  }

  /**
   * Five decimals at most; from the second one on, two zeros or two nines end the number: noise of
   * a 32-bit float that was a short decimal number once.
   */
  private static BigDecimal tidy(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(TIDY_DECIMALS, RoundingMode.HALF_EVEN);
    String digits = rounded.toPlainString();
    String decimals = digits.substring(digits.indexOf('.') + 1);
    for (int at = 1; at + 1 < TIDY_DECIMALS; at++) {
      if (decimals.startsWith("00", at)) {
        return rounded.setScale(at, RoundingMode.DOWN);
      }
      if (decimals.startsWith("99", at)) {
        return rounded.setScale(at, RoundingMode.UP);
      }
    }
    return rounded;
  }

  private static String general(BigDecimal exact) {
    BigDecimal value = exact.round(FIFTEEN);
    if (value.signum() == 0) {
      return "0.0";
    }
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= -5 && exponent < FIFTEEN.getPrecision()) {
      return withPoint(value);
    }
    BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
    return "%se%s%02d"
        .formatted(mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String withPoint(BigDecimal value) {
    BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return shortest.scale() <= 0
        ? shortest.setScale(1, RoundingMode.UNNECESSARY).toPlainString()
        : shortest.toPlainString();
  }
}
