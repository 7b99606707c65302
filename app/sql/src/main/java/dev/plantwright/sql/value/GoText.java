package dev.plantwright.sql.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as text, as Go prints them. */
public final class GoText {
  private GoText() {}

  /** As {@code %v}: floats in exponent form from 1e6 and below 1e-4, null as {@code <nil>}. */
  public static String of(Object value) {
    return switch (value) {
      case null -> "<nil>";
      case String text -> text;
      case Double number -> ofDouble(number);
      case byte[] bytes -> ofBytes(bytes);
      case List<?> list -> ofList(list);
      case Map<?, ?> map -> ofMap(map);
      default -> value.toString();
    };
  }

  /** As string functions read an argument: null is empty. */
  public static String orEmpty(Object value) {
    return value == null ? "" : of(value);
  }

  private static String ofBytes(byte[] bytes) {
    StringBuilder text = new StringBuilder("[");
    for (byte b : bytes) {
      text.append(text.length() > 1 ? " " : "").append(b & 0xff);
    }
    return text.append(']').toString();
  }

  private static String ofList(List<?> list) {
    StringBuilder text = new StringBuilder("[");
    for (Object element : list) {
      text.append(text.length() > 1 ? " " : "").append(of(element));
    }
    return text.append(']').toString();
  }

  private static String ofMap(Map<?, ?> map) {
    StringBuilder text = new StringBuilder("map[");
    for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
      text.append(text.length() > 4 ? " " : "").append(entry.getKey()).append(':');
      text.append(of(entry.getValue()));
    }
    return text.append(']').toString();
  }

  private static String ofDouble(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal digits = shortest(value);
    int exponent = digits.precision() - digits.scale() - 1;
    return exponent < -4 || exponent >= 6 ? exponentForm(digits, exponent) : plain(value);
  }

  /** Shortest digits that read back as the same number, without an exponent. */
  public static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
    }
    double size = Math.abs(value);
    return size >= 1e-3 && size < 1e7 ? Double.toString(value) : shortest(value).toPlainString();
  }

  /** Like {@code 1.5e+21}: at least two digits of exponent. */
  static String exponentForm(double value) {
    BigDecimal digits = shortest(value);
    return exponentForm(digits, digits.precision() - digits.scale() - 1);
  }

  private static String exponentForm(BigDecimal digits, int exponent) {
    String unscaled = digits.unscaledValue().abs().toString();
    StringBuilder text = new StringBuilder(digits.signum() < 0 ? "-" : "");
    text.append(unscaled.charAt(0));
    if (unscaled.length() > 1) {
      text.append('.').append(unscaled, 1, unscaled.length());
    }
    int size = Math.abs(exponent);
    text.append('e').append(exponent < 0 ? '-' : '+').append(size < 10 ? "0" : "").append(size);
    return text.toString();
  }

  private static BigDecimal shortest(double value) {
    double size = Math.abs(value);
    if (size == Double.MIN_VALUE) {
      return new BigDecimal(value < 0 ? "-5e-324" : "5e-324");
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros();
  }

  /** As {@code %q}. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> quote(quoted, point));
    return quoted.append('"').toString();
  }

  private static void quote(StringBuilder quoted, int point) {
    switch (point) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case 7 -> quoted.append("\\a");
      case '\b' -> quoted.append("\\b");
      case '\f' -> quoted.append("\\f");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      case 11 -> quoted.append("\\v");
      default -> {
        if (point < ' ' || point == 0x7f) {
          quoted.append("\\x%02x".formatted(point));
        } else {
          quoted.appendCodePoint(point);
        }
      }
    }
  }

  /** {@code type(value)}, as error texts name an operand. */
  public static String typed(Object value) {
    return typeName(value) + "(" + of(value) + ")";
  }

  /** Name of the type in the product's error texts. */
  public static String typeName(Object value) {
    return switch (value) {
      case null -> "<nil>";
      case Long _ -> "int64";
      case Double _ -> "float64";
      case String _ -> "string";
      case Boolean _ -> "bool";
      case byte[] _ -> "[]uint8";
      case List<?> _ -> "[]interface {}";
      case Map<?, ?> _ -> "map[string]interface {}";
      default -> value.getClass().getSimpleName();
    };
  }
}
