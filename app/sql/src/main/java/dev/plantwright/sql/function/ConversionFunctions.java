package dev.plantwright.sql.function;

import dev.plantwright.sql.value.GoJson;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** From one kind of value to another. */
final class ConversionFunctions {
  private static final Signature ONE = Signature.of(Argument.ANY);

  private ConversionFunctions() {}

  static List<Function> all() {
    Signature two = Signature.of(Argument.ANY, Argument.STRING);
    return List.of(
        body("cast", two, NullRule.NULL, (a, c) -> cast(a[0], GoText.of(a[1]))),
        body("to_json", ONE, NullRule.NULL, (a, c) -> GoJson.of(a[0])),
        body("isnull", ONE, NullRule.BODY, (a, c) -> a[0] == null),
        body(
            "coalesce",
            Signature.variadic(1, Argument.ANY),
            NullRule.BODY,
            (a, c) -> Arrays.stream(a).filter(Objects::nonNull).findFirst().orElse(null)),
        body("bypass", ONE, NullRule.BODY, (a, c) -> a[0]),
        body("encode", two, NullRule.NULL, (a, c) -> encode(a[0])),
        body("decode", two, NullRule.NULL, (a, c) -> decode(a[0])));
  }

  private static Function body(
      String name, Signature signature, NullRule nulls, Function.Body body) {
    return new Function.Scalar(name, signature, nulls, body);
  }

  private static Object cast(Object value, String type) {
    try {
      return switch (type.toLowerCase(Locale.ROOT)) {
        case "bigint" -> toInteger(value);
        case "float" -> toFloat(value);
        case "string" -> toText(value);
        case "boolean" -> toBoolean(value);
        case "bytea" -> toBytes(value);
        default ->
            throw new SqlError(
                "unknown type, only support bigint, float, string, boolean,"
                    + " bytea and datetime");
      };
    } catch (NumberFormatException e) {
      throw notSupported(value, type.equalsIgnoreCase("float") ? "float64" : "int");
    }
  }

  private static SqlError notSupported(Object value, String goType) {
    return new SqlError(
        "not supported type conversion, got error cannot convert %s to %s"
            .formatted(GoText.typed(value), goType));
  }

  private static Object toInteger(Object value) {
    return switch (value) {
      case Long number -> number;
      case Double number -> Convert.truncate(number);
      case Boolean flag -> flag ? 1L : 0L;
      case String text -> GoNumber.parseInteger(text);
      default -> throw notSupported(value, "int");
    };
  }

  private static Object toFloat(Object value) {
    return switch (value) {
      case Long number -> number.doubleValue();
      case Double number -> number;
      case Boolean flag -> flag ? 1.0 : 0.0;
      case String text -> GoNumber.parseFloat(text);
      default -> throw notSupported(value, "float64");
    };
  }

  private static Object toText(Object value) {
    return switch (value) {
      case Double number when !number.isNaN() && !number.isInfinite() -> GoText.plain(number);
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      default -> GoText.of(value);
    };
  }

  private static Object toBoolean(Object value) {
    return switch (value) {
      case Boolean flag -> flag;
      case Number number -> number.doubleValue() != 0;
      case String text -> parseBoolean(text);
      default -> throw notSupported(value, "bool");
    };
  }

  private static boolean parseBoolean(String text) {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> true;
      case "0", "f", "F", "FALSE", "false", "False" -> false;
      default -> throw notSupported(text, "bool");
    };
  }

  private static Object toBytes(Object value) {
    return switch (value) {
      case byte[] bytes -> bytes;
      case String text -> base64OrRaw(text);
      default -> throw notSupported(value, "bytes");
    };
  }

  private static byte[] base64OrRaw(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static Object encode(Object value) {
    if (value instanceof String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
    throw new SqlError("Only string type can be encoded.");
  }

  private static Object decode(Object value) {
    if (!(value instanceof String text)) {
      throw new SqlError("Only string type can be decoded.");
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new SqlError("illegal base64 data: " + e.getMessage());
    }
  }
}
