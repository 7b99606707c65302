package dev.plantwright.sql.value;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Values as JSON, byte for byte as Go's encoder writes them. */
public final class GoJson {
  /** Order of members: that of their UTF-8 bytes. */
  public static final Comparator<String> MEMBER_ORDER = GoJson::compareCodePoints;

  private static final String HEX = "0123456789abcdef";

  private GoJson() {}

  public static String of(Object value) {
    StringBuilder json = new StringBuilder();
    write(json, value);
    return json.toString();
  }

  /**
   * Appends the JSON of a value.
   *
   * @throws SqlError for NaN and infinities, which JSON does not have
   */
  public static void write(StringBuilder json, Object value) {
    switch (value) {
      case null -> json.append("null");
      case String text -> writeString(json, text);
      case Double number -> writeDouble(json, number);
      case byte[] bytes -> json.append('"').append(base64(bytes)).append('"');
      case List<?> list -> writeList(json, list);
      case Map<?, ?> map -> writeMap(json, map);
      case JsonForm form -> form.writeJson(json);
      default -> json.append(value);
    }
  }

  /** A value that writes itself. */
  public interface JsonForm {
    void writeJson(StringBuilder json);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void writeList(StringBuilder json, List<?> list) {
    json.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      write(json, list.get(i));
    }
    json.append(']');
  }

  private static void writeMap(StringBuilder json, Map<?, ?> map) {
    json.append('{');
    int start = json.length();
    map.entrySet().stream()
        .sorted(Comparator.comparing(entry -> (String) entry.getKey(), MEMBER_ORDER))
        .forEach(
            entry -> {
              if (json.length() > start) {
                json.append(',');
              }
              writeString(json, (String) entry.getKey());
              json.append(':');
              write(json, entry.getValue());
            });
    json.append('}');
  }

  private static void writeDouble(StringBuilder json, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new SqlError("json: unsupported value: " + GoText.of(value));
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-6 || size >= 1e21)) {
      json.append(GoText.exponentForm(value).replace("e-0", "e-"));
    } else {
      json.append(GoText.plain(value));
    }
  }

  /** With the characters escaped that Go escapes for HTML's sake. */
  public static void writeString(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&') {
        json.append(c);
      } else {
        i += writeUnusual(json, text, i);
      }
    }
    json.append('"');
  }

  /** Returns how many further units were used. */
  private static int writeUnusual(StringBuilder json, String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      case '\u2028' -> json.append("\\u2028");
      case '\u2029' -> json.append("\\u2029");
      default -> {
        if (c < ' ' || c == '<' || c == '>' || c == '&') {
          json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else if (!Character.isSurrogate(c)) {
          json.append(c);
        } else if (Character.isSurrogatePair(c, at + 1 < text.length() ? text.charAt(at + 1) : 0)) {
          json.append(c).append(text.charAt(at + 1));
          return 1;
        } else {
          json.append("\\ufffd");
        }
      }
    }
    return 0;
  }

  private static int compareCodePoints(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean bothSurrogate = Character.isSurrogate(x) == Character.isSurrogate(y);
        return bothSurrogate ? x - y : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
