package dev.plantwright.sites;

import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON text to trees and back, the same way for every door. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** An empty object to fill. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array to fill. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /**
   * @throws JacksonException (unchecked) with line and column if {@code text} is not JSON
   */
  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  /** The items of an array; none for anything else. */
  public static Stream<JsonNode> items(JsonNode array) {
    return array.isArray() ? array.valueStream() : Stream.empty();
  }

  /** Compact text, members in the order they were put. */
  public static String write(JsonNode value) {
    return MAPPER.writeValueAsString(value);
  }
}
