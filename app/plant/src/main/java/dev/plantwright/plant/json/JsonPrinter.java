package dev.plantwright.plant.json;

import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonBoolean;
import dev.plantwright.plant.json.JsonValue.JsonNull;
import dev.plantwright.plant.json.JsonValue.JsonNumber;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import java.util.List;
import java.util.stream.Collectors;

/** Writes JSON so that a difference between two versions is a difference of lines. */
final class JsonPrinter {
  private static final String STEP = "  ";

  private JsonPrinter() {}

  static String compact(JsonValue value) {
    return oneLine(value, ",", ":");
  }

  /** The value from its first character on; lines after the first start with the indent. */
  static String pretty(JsonValue value, String indent) {
    return switch (value) {
      case JsonObject o when !o.members().isEmpty() -> object(o, indent);
      case JsonArray a when a.items().stream().anyMatch(JsonPrinter::isNested) -> array(a, indent);
      case JsonValue v -> oneLine(v, ", ", ": ");
    };
  }

  private static String object(JsonObject object, String indent) {
    String inner = indent + STEP;
    return object.members().stream()
        .map(m -> inner + quote(m.name()) + ": " + pretty(m.value(), inner))
        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
  }

  private static String array(JsonArray array, String indent) {
    String inner = indent + STEP;
    return array.items().stream()
        .map(i -> inner + (isFlat(i) ? oneLine(i, ", ", ": ") : pretty(i, inner)))
        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
  }

  /** An object of plain values: an item that fits on one line. */
  static boolean isFlat(JsonValue value) {
    return switch (value) {
      case JsonObject(var members, _) -> members.stream().noneMatch(m -> isNested(m.value()));
      case JsonArray(var items, _) -> items.stream().noneMatch(JsonPrinter::isNested);
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> true;
    };
  }

  private static boolean isNested(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  static String oneLine(JsonValue value, String comma, String colon) {
    return switch (value) {
      case JsonObject(List<Member> members, _) ->
          members.stream()
              .map(m -> quote(m.name()) + colon + oneLine(m.value(), comma, colon))
              .collect(Collectors.joining(comma, "{", "}"));
      case JsonArray(List<JsonValue> items, _) ->
          items.stream()
              .map(i -> oneLine(i, comma, colon))
              .collect(Collectors.joining(comma, "[", "]"));
      case JsonString(String text, _) -> quote(text);
      case JsonNumber(String text, _) -> text;
      case JsonBoolean(boolean b, _) -> Boolean.toString(b);
      case JsonNull _ -> "null";
    };
  }

  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text, i, out);
    }
    return out.append('"').toString();
  }

  private static void escape(String text, int i, StringBuilder out) {
    char c = text.charAt(i);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20 || isLoneSurrogate(text, i)) {
          out.append("\\u%04x".formatted((int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  /** Half a character cannot be written as UTF-8. */
  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
