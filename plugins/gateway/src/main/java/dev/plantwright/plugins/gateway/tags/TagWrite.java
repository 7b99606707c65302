package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.field.DataType;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.neuron.NeuronErrors;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** From what is typed to what the gateway is told to write. */
final class TagWrite {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TagWrite() {}

  /**
   * The value in the gateway's JSON.
   *
   * @throws IllegalArgumentException with a sentence if the text is no value of the type
   */
  static JsonNode value(DataType type, String typed) {
    String text = typed.strip();
    return switch (type) {
      case STRING -> JSON.stringNode(typed);
      case BOOL -> JSON.booleanNode(flag(text));
      case BIT -> JSON.numberNode(flag(text) ? 1 : 0);
      default -> {
        if (!type.isNumber()) {
          throw new IllegalArgumentException(
              "Values of type " + type + " cannot be typed in here.");
        }
        yield number(text);
      }
    };
  }

  /** Why the gateway did not write, in a sentence. */
  static String why(Throwable failure) {
    if (failure instanceof DoorException door && door.code() != 0) {
      String words = NeuronErrors.words(door.code());
      return "%s%s (error %d)."
          .formatted(
              words.substring(0, 1).toUpperCase(Locale.ROOT), words.substring(1), door.code());
    }
    return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
  }

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "true", "on" -> true;
      case "0", "false", "off" -> false;
      default -> throw new IllegalArgumentException("Type 0 or 1, not \"" + text + "\".");
    };
  }

  private static JsonNode number(String text) {
    try {
      BigDecimal number = new BigDecimal(text.replace(",", "").replace('\u2212', '-'));
      return number.stripTrailingZeros().scale() <= 0
          ? JSON.numberNode(number.toBigIntegerExact())
          : JSON.numberNode(number.doubleValue());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a number.", e);
    }
  }
}
