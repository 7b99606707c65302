package dev.plantwright.plugins.rules;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The text of a rule file, and the SQL in it. */
record RuleText(JsonText json) {
  static RuleText of(String text) {
    return new RuleText(JsonText.parse(text));
  }

  /** The SQL as it stands in the file; empty if the file has none or cannot be read. */
  Optional<JsonString> sql() {
    return json.object()
        .get("sql")
        .filter(JsonString.class::isInstance)
        .map(JsonString.class::cast);
  }

  /** The same file with other SQL; all else stays as it is written. */
  String withSql(String sql) {
    return json.with("/sql", new JsonString(sql, Span.NONE)).text();
  }

  /** The id that the engine knows the rule by. */
  String id(String file) {
    return json.object().text("id").filter(id -> !id.isBlank()).orElse(name(file));
  }

  static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
  }

  List<JsonObject> actions() {
    return json.object().items("actions").stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  /** Where in the SQL an offset of the file is; empty if it is elsewhere. */
  OptionalInt sqlIndex(int offset) {
    Optional<JsonString> string = sql();
    boolean inside = string.map(JsonValue::span).filter(s -> contains(s, offset)).isPresent();
    if (!inside) {
      return OptionalInt.empty();
    }
    int low = 0;
    int high = string.get().value().length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (json.offsetIn(string.get(), middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return OptionalInt.of(low);
  }

  private static boolean contains(Span span, int offset) {
    return offset > span.start() && offset < span.end();
  }
}
