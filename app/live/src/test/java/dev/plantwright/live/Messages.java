package dev.plantwright.live;

import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sites.mqtt.MessageProperties;
import java.nio.charset.StandardCharsets;

/** Messages for tests. */
public final class Messages {
  private Messages() {}

  public static Message text(String topic, String payload, long epochMs) {
    return bytes(topic, payload.getBytes(StandardCharsets.UTF_8), epochMs);
  }

  public static Message bytes(String topic, byte[] payload, long epochMs) {
    return new Message(
        topic, payload, 0, false, MessageProperties.NONE, epochMs * 1_000_000, epochMs);
  }

  public static Message retained(String topic, String payload, long epochMs) {
    return new Message(
        topic,
        payload.getBytes(StandardCharsets.UTF_8),
        1,
        true,
        MessageProperties.NONE,
        epochMs * 1_000_000,
        epochMs);
  }
}
