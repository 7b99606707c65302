package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.JsonValues;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.north.GatewayAccess.NamedValue;
import dev.plantwright.engine.gateway.north.GatewayAccess.ReadTag;
import dev.plantwright.field.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers requests that arrive as messages. What is no request, or has no {@code uuid}, gets no
 * answer; a read that is refused is answered where writes are, as clients of Neuron expect.
 */
final class MqttRequests {
  /** An answer and whether it goes where writes are answered. */
  record Answer(ObjectNode message, boolean toWrites) {}

  private final GatewayAccess gateway;
  private final JsonMapper json;

  MqttRequests(GatewayAccess gateway, JsonMapper json) {
    this.gateway = gateway;
    this.json = json;
  }

  Optional<Answer> read(byte[] payload) {
    Optional<JsonNode> request = request(payload);
    if (request.isEmpty()) {
      return Optional.empty();
    }
    JsonNode asked = request.get();
    ObjectNode answer = answer(asked);
    try {
      List<ReadTag> tags =
          gateway.read(
              asked.get("node").stringValue(),
              asked.get("group").stringValue(),
              asked.path("sync").asBoolean(false));
      ArrayNode array = answer.putArray("tags");
      for (ReadTag one : chosen(tags, asked.get("tags"))) {
        ObjectNode into = array.addObject().put("name", one.tag().name());
        if (one.reading().value().isPresent()) {
          JsonValues.putValue(into, one.tag(), one.reading().value().get());
        } else {
          into.put("error", one.reading().code());
        }
      }
      return Optional.of(new Answer(answer, false));
    } catch (Refusal refusal) {
      return Optional.of(new Answer(answer.put("error", refusal.code()), true));
    }
  }

  private static List<ReadTag> chosen(List<ReadTag> tags, JsonNode names) {
    if (names == null || !names.isArray()) {
      return tags;
    }
    List<String> wanted = new ArrayList<>();
    names.forEach(name -> wanted.add(name.asString("")));
    return tags.stream().filter(one -> wanted.contains(one.tag().name())).toList();
  }

  Optional<Answer> write(byte[] payload) {
    Optional<JsonNode> request = request(payload);
    if (request.isEmpty()) {
      return Optional.empty();
    }
    JsonNode asked = request.get();
    boolean several = asked.has("tags");
    int code = Code.OK;
    try {
      List<NamedValue> values = several ? several(asked.get("tags")) : List.of(single(asked));
      gateway.write(
          asked.get("node").stringValue(),
          Map.of(asked.get("group").stringValue(), values),
          several);
    } catch (Refusal refusal) {
      code = refusal.code();
    }
    if (code == Code.BODY) {
      return Optional.empty();
    }
    return Optional.of(new Answer(answer(asked).put("error", code), true));
  }

  private static List<NamedValue> several(JsonNode tags) throws Refusal {
    List<NamedValue> values = new ArrayList<>();
    for (JsonNode tag : tags) {
      values.add(single(tag));
    }
    if (values.isEmpty()) {
      throw new Refusal(Code.BODY);
    }
    return values;
  }

  private static NamedValue single(JsonNode tag) throws Refusal {
    if (!tag.path("tag").isString()) {
      throw new Refusal(Code.BODY);
    }
    Value value =
        JsonValues.written(tag.get("value")).orElseThrow(() -> new Refusal(Code.VALUE_TYPE));
    return new NamedValue(tag.get("tag").stringValue(), value);
  }

  private static ObjectNode answer(JsonNode request) {
    return JsonNodeFactory.instance.objectNode().put("uuid", request.get("uuid").stringValue());
  }

  private Optional<JsonNode> request(byte[] payload) {
    try {
      JsonNode request = json.readTree(payload);
      boolean complete =
          request.path("uuid").isString()
              && request.path("node").isString()
              && request.path("group").isString();
      return complete ? Optional.of(request) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
