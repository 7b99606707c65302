package dev.plantwright.launcher.headless;

import dev.plantwright.live.Format;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.mqtt.Message;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an alarm rule published.
 *
 * @param name last level of the topic
 * @param text the payload
 */
record Alarm(String topic, String name, String text, long atMs) {
  private static final String LEVEL = "_alarms";

  /** Whether a topic is one of alarms: by convention a level of it is {@code _alarms}. */
  static boolean isAlarm(String topic) {
    return Arrays.asList(topic.split("/", -1)).contains(LEVEL);
  }

  static Alarm of(Message message) {
    String topic = message.topic();
    return new Alarm(
        topic,
        topic.substring(topic.lastIndexOf('/') + 1),
        new String(message.payload(), StandardCharsets.UTF_8).strip(),
        message.receivedMillis());
  }

  /** {@code 12:34:56 ALARM over_temp: temperature 84.2, high_limit 80}. */
  String line(ZoneId zone) {
    return Format.clockSeconds(atMs, zone) + " ALARM " + name + ": " + words();
  }

  private String words() {
    try {
      JsonNode payload = Json.read(text);
      JsonNode row = payload.isArray() && !payload.isEmpty() ? payload.get(0) : payload;
      String members =
          row.properties().stream()
              .filter(member -> !member.getKey().equals("timestamp"))
              .map(member -> member.getKey() + " " + member.getValue().asString(""))
              .collect(Collectors.joining(", "));
      return members.isEmpty() ? text : members;
    } catch (JacksonException e) {
      return text;
    }
  }
}
