package dev.plantwright.sql.function;

import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.util.List;

/** Arguments as the bodies of functions want them. */
final class Convert {
  private Convert() {}

  /** A number of any kind. */
  static double toDouble(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new SqlError("cannot convert " + GoText.typed(value) + " to float64");
  }

  /** An int, or a float without a fraction. */
  static long toLong(Object value) {
    return toLong(value, "int");
  }

  static long toLong(Object value, String goType) {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Double number && isWhole(number)) {
      return number.longValue();
    }
    throw new SqlError("cannot convert " + GoText.typed(value) + " to " + goType);
  }

  static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p63;
  }

  /** Cuts off the fraction; what does not fit becomes the least value, as on the product's CPU. */
  static long truncate(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  static String toText(Object value) {
    return GoText.of(value);
  }

  static List<?> toList(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new SqlError("first argument should be array of interface{}");
  }
}
