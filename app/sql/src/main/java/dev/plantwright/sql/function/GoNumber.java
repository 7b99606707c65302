package dev.plantwright.sql.function;

import java.util.regex.Pattern;

/** Numbers in texts, as Go reads them. */
final class GoNumber {
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private GoNumber() {}

  /**
   * Decimal, {@code 0x}, {@code 0o}, {@code 0b} or octal with a leading zero; underscores between
   * digits.
   */
  static long parseInteger(String text) {
    String sign = text.startsWith("-") ? "-" : "";
    String digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    int radix = 10;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      char mark = Character.toLowerCase(digits.charAt(1));
      radix = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
      digits = digits.substring(mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
    }
    if (digits.isEmpty()
        || !Character.isLetterOrDigit(digits.codePointAt(digits.length() - 1))
        || "+-".indexOf(digits.charAt(0)) >= 0) {
      throw new NumberFormatException(text);
    }
    return Long.parseLong(sign + digits.replace("_", ""), radix);
  }

  static double parseFloat(String text) {
    if (!FLOAT.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }
}
