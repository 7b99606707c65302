package dev.plantwright.plant.json;

import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonNumber;
import dev.plantwright.plant.json.JsonValue.JsonObject;

/** When two JSON values mean the same. */
final class JsonSame {
  private JsonSame() {}

  static boolean objects(JsonObject a, JsonObject b) {
    return a.names().size() == b.names().size()
        && a.names().stream()
            .allMatch(n -> b.get(n).filter(v -> a.get(n).orElseThrow().sameAs(v)).isPresent());
  }

  static boolean arrays(JsonArray a, JsonArray b) {
    if (a.items().size() != b.items().size()) {
      return false;
    }
    for (int i = 0; i < a.items().size(); i++) {
      if (!a.items().get(i).sameAs(b.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean numbers(JsonNumber a, JsonNumber b) {
    if (a.decimal().isEmpty() || b.decimal().isEmpty()) {
      return a.text().equals(b.text());
    }
    return a.decimal().get().compareTo(b.decimal().get()) == 0;
  }
}
