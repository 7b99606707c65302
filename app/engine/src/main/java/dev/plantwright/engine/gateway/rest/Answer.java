package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.model.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A status and a JSON body. */
record Answer(int status, JsonNode body) {
  static Answer ok(JsonNode body) {
    return new Answer(200, body);
  }

  /** {@code {"error": 0}}. */
  static Answer done() {
    return error(Code.OK);
  }

  static Answer error(int code) {
    return new Answer(Code.httpStatus(code), object().put("error", code));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
