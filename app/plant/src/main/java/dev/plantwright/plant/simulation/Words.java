package dev.plantwright.plant.simulation;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them. */
final class Words {
  private static final MathContext DIGITS = new MathContext(6);

  private Words() {}

  /** At most six digits, no exponent, no zeros at the end. */
  static String number(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return Double.isFinite(value) ? "0" : Double.toString(value);
    }
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
