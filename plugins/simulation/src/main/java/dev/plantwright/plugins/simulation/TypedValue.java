package dev.plantwright.plugins.simulation;

import dev.plantwright.sites.simulator.Point;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A value as a person types it and as the device takes it. */
final class TypedValue {
  private static final int MOST_DIGITS = 40;

  private TypedValue() {}

  /** The value for a point; empty if the text is not a number where one is needed. */
  static Optional<JsonNode> parse(Point point, String text) {
    if (point.isText()) {
      return Optional.of(JsonNodeFactory.instance.stringNode(text));
    }
    String digits = text.strip().replace('\u2212', '-').replace(",", "");
    if (digits.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonNodeFactory.instance.numberNode(new BigDecimal(digits)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static JsonNode of(boolean flag) {
    return JsonNodeFactory.instance.booleanNode(flag);
  }

  /** What the field shows of a value that is held. */
  static String text(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }
}
