package dev.plantwright.engine.gateway.model;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Parameters of a node, read the way Neuron reads them: a required one must be there; one of the
 * wrong JSON type is taken for 0 or the empty text.
 */
public record Settings(JsonNode params) {
  /**
   * @throws Refusal if it is missing
   */
  public long requiredNumber(String key) throws Refusal {
    require(key);
    return number(key, 0);
  }

  /**
   * @throws Refusal if it is missing
   */
  public String requiredText(String key) throws Refusal {
    require(key);
    return params.get(key).isString() ? params.get(key).stringValue() : "";
  }

  private void require(String key) throws Refusal {
    if (!params.has(key)) {
      throw new Refusal(Code.SETTINGS_REFUSED, "The setting \"" + key + "\" is missing.");
    }
  }

  public long number(String key, long otherwise) {
    JsonNode value = params.get(key);
    return value != null && value.isIntegralNumber() && value.canConvertToLong()
        ? value.longValue()
        : otherwise;
  }

  public boolean flag(String key, boolean otherwise) {
    JsonNode value = params.get(key);
    return value != null && value.isBoolean() ? value.booleanValue() : otherwise;
  }

  /** The text, unless it is missing, empty or no text. */
  public Optional<String> text(String key) {
    JsonNode value = params.get(key);
    return value != null && value.isString() && !value.stringValue().isEmpty()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }
}
