package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.gateway.driver.TagReading;
import dev.plantwright.engine.gateway.model.JsonValues;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.engine.gateway.north.GatewayAccess.ReadTag;
import dev.plantwright.field.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a reading of a group looks as a message. */
enum UploadFormat {
  VALUES {
    @Override
    void fill(ObjectNode message, List<ReadTag> tags, Optional<JsonNode> staticTags) {
      ObjectNode values = message.putObject("values");
      ObjectNode errors = message.putObject("errors");
      for (ReadTag one : tags) {
        Optional<Value> value = one.reading().value();
        if (value.isPresent()) {
          values.set(one.tag().name(), JsonValues.of(one.tag(), value.get(), true));
        } else {
          errors.put(one.tag().name(), one.reading().code());
        }
      }
      properties(staticTags).forEach((name, value) -> values.set(name, value));
      message.putObject("metas");
    }
  },
  TAGS {
    @Override
    void fill(ObjectNode message, List<ReadTag> tags, Optional<JsonNode> staticTags) {
      ArrayNode array = message.putArray("tags");
      for (ReadTag one : tags) {
        add(array.addObject(), one.tag(), one.reading());
      }
      properties(staticTags)
          .forEach((name, value) -> array.addObject().put("name", name).set("value", value));
    }

    private void add(ObjectNode into, Tag tag, TagReading reading) {
      into.put("name", tag.name());
      if (reading.value().isPresent()) {
        into.set("value", JsonValues.of(tag, reading.value().get(), true));
      } else {
        into.put("error", reading.code());
      }
    }
  };

  abstract void fill(ObjectNode message, List<ReadTag> tags, Optional<JsonNode> staticTags);

  /**
   * @param tags those that have something to say, with their errors if these are wanted
   */
  ObjectNode message(
      String driver, String group, long millis, List<ReadTag> tags, Optional<JsonNode> staticTags) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("node", driver).put("group", group).put("timestamp", millis);
    fill(message, tags, staticTags);
    return message;
  }

  private static Map<String, JsonNode> properties(Optional<JsonNode> staticTags) {
    Map<String, JsonNode> properties = new java.util.LinkedHashMap<>();
    staticTags.ifPresent(
        node -> node.properties().forEach(one -> properties.put(one.getKey(), one.getValue())));
    return properties;
  }
}
