package dev.plantwright.sites.neuron;

import dev.plantwright.sites.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tag with the numbers of Neuron's API.
 *
 * @param attribute bits: 1 read, 2 write, 4 subscribe
 * @param type number of the data type
 * @param unit empty when the gateway is too old to keep one
 */
public record GatewayTag(
    String name,
    String address,
    int attribute,
    int type,
    int precision,
    double decimal,
    double bias,
    String description,
    Optional<String> unit) {

  static GatewayTag of(JsonNode tag) {
    return new GatewayTag(
        tag.path("name").asString(""),
        tag.path("address").asString(""),
        tag.path("attribute").asInt(0),
        tag.path("type").asInt(0),
        tag.path("precision").asInt(0),
        tag.path("decimal").asDouble(0),
        tag.path("bias").asDouble(0),
        tag.path("description").asString(""),
        tag.has("unit") ? Optional.of(tag.path("unit").asString("")) : Optional.empty());
  }

  ObjectNode json() {
    ObjectNode tag = Json.object();
    tag.put("name", name).put("address", address).put("attribute", attribute).put("type", type);
    tag.put("description", description);
    unit.ifPresent(text -> tag.put("unit", text));
    // Neuron refuses these three on some types, even where they say what is so without them.
    if (precision != 0) {
      tag.put("precision", precision);
    }
    if (decimal != 0) {
      tag.put("decimal", decimal);
    }
    if (bias != 0) {
      tag.put("bias", bias);
    }
    return tag;
  }
}
