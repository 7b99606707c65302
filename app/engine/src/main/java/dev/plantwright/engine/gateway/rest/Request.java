package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client asks for: query parameters and a body that is read when it is needed. */
record Request(JsonMapper json, Map<String, String> query, byte[] bytes) {
  /** A JSON object whose members are required or not; a required one that is not there is 1002. */
  record Body(JsonNode node) {
    String text(String name) throws Refusal {
      JsonNode value = node.get(name);
      if (value == null || !value.isString()) {
        throw missing(name);
      }
      return value.stringValue();
    }

    Optional<String> optionalText(String name) throws Refusal {
      return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) throws Refusal {
      JsonNode value = node.get(name);
      if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
        throw missing(name);
      }
      return value.longValue();
    }

    /** Of something that is no number, 0, as Neuron misreads it. */
    long laxNumber(String name) throws Refusal {
      JsonNode value = node.get(name);
      if (value == null) {
        throw missing(name);
      }
      return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : 0;
    }

    /** An array with something in it. */
    JsonNode list(String name) throws Refusal {
      JsonNode value = node.get(name);
      if (value == null || !value.isArray() || value.isEmpty()) {
        throw missing(name);
      }
      return value;
    }

    Optional<JsonNode> object(String name) {
      return Optional.ofNullable(node.get(name)).filter(JsonNode::isObject);
    }

    private static Refusal missing(String name) {
      return new Refusal(Code.BODY, "The member \"" + name + "\" is missing or of a wrong type.");
    }
  }

  Body body() throws Refusal {
    try {
      JsonNode node = json.readTree(bytes);
      if (node.isObject()) {
        return new Body(node);
      }
    } catch (JacksonException e) {
      // Said below.
    }
    throw new Refusal(Code.BODY, "The body is no JSON object.");
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  String required(String name) throws Refusal {
    return parameter(name)
        .orElseThrow(
            () -> new Refusal(Code.PARAMETER, "The parameter \"" + name + "\" is missing."));
  }
}
