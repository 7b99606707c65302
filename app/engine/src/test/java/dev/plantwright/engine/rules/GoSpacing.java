package dev.plantwright.engine.rules;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON with a blank behind commas and colons, as the recorded requests were sent. */
final class GoSpacing {
  private GoSpacing() {}

  static String of(JsonMapper mapper, JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .map(e -> mapper.writeValueAsString(e.getKey()) + ": " + of(mapper, e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(element -> of(mapper, element))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return mapper.writeValueAsString(node);
  }
}
