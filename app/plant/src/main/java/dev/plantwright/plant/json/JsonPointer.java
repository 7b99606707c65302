package dev.plantwright.plant.json;

import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way from the root of a JSON text to a value in it (RFC 6901). */
record JsonPointer(List<String> steps) {
  static JsonPointer parse(String pointer) {
    if (pointer.isEmpty()) {
      return new JsonPointer(List.of());
    }
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException("a JSON pointer starts with /: " + pointer);
    }
    return new JsonPointer(
        Arrays.stream(pointer.substring(1).split("/", -1))
            .map(s -> s.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  boolean isRoot() {
    return steps.isEmpty();
  }

  String last() {
    return steps.getLast();
  }

  JsonPointer parent() {
    return new JsonPointer(steps.subList(0, steps.size() - 1));
  }

  Optional<JsonValue> in(JsonValue root) {
    Optional<JsonValue> value = Optional.of(root);
    for (String step : steps) {
      value = value.flatMap(v -> step(v, step));
    }
    return value;
  }

  private static Optional<JsonValue> step(JsonValue value, String step) {
    return switch (value) {
      case JsonObject o -> o.get(step);
      case JsonArray a -> index(step, a.items().size()).map(a.items()::get);
      default -> Optional.empty();
    };
  }

  static Optional<Integer> index(String step, int size) {
    boolean digits = step.matches("0|[1-9][0-9]{0,8}");
    return digits && Integer.parseInt(step) < size
        ? Optional.of(Integer.parseInt(step))
        : Optional.empty();
  }
}
