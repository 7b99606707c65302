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
    if (value instanceof Double number && number == Math.rint(number)) {
      return number.longValue();
    }
    throw new SqlError("cannot convert " + GoText.typed(value) + " to " + goType);
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
