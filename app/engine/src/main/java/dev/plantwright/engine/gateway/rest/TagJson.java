package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.core.TagDraft;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.JsonValues;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.engine.gateway.north.GatewayAccess.NamedValue;
import dev.plantwright.field.DataType;
import dev.plantwright.field.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tags and written values as they stand in bodies. */
final class TagJson {
  private TagJson() {}

  static List<TagDraft> drafts(JsonNode tags) throws Refusal {
    List<TagDraft> drafts = new ArrayList<>();
    for (JsonNode tag : tags) {
      drafts.add(draft(new Request.Body(tag), tag.path("name").asString("")));
    }
    return drafts;
  }

  /**
   * Name, address, type and attribute are required, a value is not allowed; of the wrong JSON type
   * everything but texts is misread as 0, as in Neuron.
   */
  static TagDraft draft(Request.Body body, String name) throws Refusal {
    JsonNode tag = body.node();
    if (!tag.isObject() || tag.has("value") || !tag.path("type").isValueNode()) {
      throw new Refusal(Code.BODY);
    }
    if (tag.has("name")) {
      body.text("name");
    } else if (name.isEmpty()) {
      throw new Refusal(Code.BODY);
    }
    Optional<DataType> type = DataType.ofNumber(body.laxNumber("type"));
    return new TagDraft(
        name,
        body.text("address"),
        (int) body.laxNumber("attribute"),
        type,
        integer(tag.path("precision")),
        real(tag.path("decimal")),
        real(tag.path("bias")),
        tag.path("description").asString(""),
        tag.path("unit").asString(""));
  }

  private static long integer(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : 0;
  }

  private static double real(JsonNode value) {
    return value.isNumber() ? value.doubleValue() : 0;
  }

  /** As the list of tags shows them. */
  static void put(ObjectNode into, Tag tag) {
    into.put("type", tag.type().number())
        .put("name", tag.name())
        .put("attribute", tag.attribute())
        .put("precision", tag.precision())
        .put("decimal", tag.decimal())
        .put("bias", tag.bias())
        .put("address", tag.address())
        .put("description", tag.description())
        .put("unit", tag.unit());
  }

  /** {@code {tag, value}}; of several, {@code {name, value}} too. */
  static NamedValue written(JsonNode node, boolean several) throws Refusal {
    Request.Body body = new Request.Body(node);
    String tag = several && node.has("name") ? body.text("name") : body.text("tag");
    Value value =
        JsonValues.written(node.get("value")).orElseThrow(() -> new Refusal(Code.VALUE_TYPE));
    return new NamedValue(tag, value);
  }
}
