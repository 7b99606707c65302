package dev.plantwright.plugins.rules;

import dev.plantwright.plant.json.JsonValue.JsonBoolean;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.Member;

/**
 * What becomes of the results of a rule, in words.
 *
 * @param target topic, address or file; empty if there is none
 */
record ActionWords(String sentence, String target) {
  /**
   * @param sink name and properties of an action
   */
  static ActionWords of(Member sink) {
    JsonObject properties = sink.value() instanceof JsonObject o ? o : JsonObject.EMPTY;
    return switch (sink.name()) {
      case "mqtt" -> new ActionWords(mqtt(properties), text(properties, "topic"));
      case "log" -> new ActionWords("Writes rows to the log of the rule engine.", "");
      case "nop" -> new ActionWords("Drops all rows.", "");
      case "memory" -> new ActionWords("Feeds a topic in memory.", text(properties, "topic"));
      case "rest" -> new ActionWords("Calls an address.", text(properties, "url"));
      case "file" -> new ActionWords("Writes to a file.", text(properties, "path"));
      default -> new ActionWords("Sends rows to %s.".formatted(sink.name()), "");
    };
  }

  private static String mqtt(JsonObject properties) {
    boolean single =
        properties.get("sendSingle").orElse(null) instanceof JsonBoolean b && b.value();
    return "Publishes %s with QoS %s."
        .formatted(
            single ? "each row" : "lists of rows",
            properties.number("qos").map(Object::toString).orElse("0"));
  }

  private static String text(JsonObject properties, String name) {
    return properties.text(name).orElse("");
  }
}
