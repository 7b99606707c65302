package dev.plantwright.plugins.simulation;

import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sites.mqtt.MessageProperties;
import java.nio.charset.StandardCharsets;

/** What a gateway publishes. */
final class Published {
  private Published() {}

  /**
   * @param values members of a JSON object
   * @param errors likewise
   */
  static Message message(String topic, String values, String errors, long atMs) {
    String payload =
        "{\"node\":\"n\",\"group\":\"g\",\"timestamp\":1,\"values\":{%s},\"errors\":{%s},\"metas\":{}}"
            .formatted(values, errors);
    return new Message(
        topic,
        payload.getBytes(StandardCharsets.UTF_8),
        0,
        false,
        MessageProperties.NONE,
        System.nanoTime(),
        atMs);
  }
}
