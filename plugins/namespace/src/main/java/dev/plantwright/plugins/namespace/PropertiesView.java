package dev.plantwright.plugins.namespace;

import dev.plantwright.live.Format;
import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sites.mqtt.MessageProperties;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** How a message was sent: quality of service, retained, and the properties of MQTT 5. */
final class PropertiesView {
  private final GridPane grid = new GridPane();
  private final Label summary = new Label();
  private Optional<Message> shown = Optional.empty();

  PropertiesView() {
    grid.getStyleClass().add("properties");
    grid.setId("part/details/properties");
    summary.getStyleClass().addAll("dense", "muted");
    summary.setMinWidth(Region.USE_PREF_SIZE);
  }

  Node node() {
    return grid;
  }

  Node summary() {
    return summary;
  }

  void show(Optional<Message> message) {
    if (message.equals(shown)) {
      return;
    }
    shown = message;
    summary.setText(
        message.map(m -> "QoS " + m.qos() + (m.retained() ? ", retained" : "")).orElse(""));
    grid.getChildren().clear();
    Map<String, String> words = message.map(m -> words(m.properties())).orElse(Map.of());
    words.forEach(this::add);
    if (words.isEmpty()) {
      Label none = new Label("The message carries no properties.");
      none.getStyleClass().addAll("dense", "subtle");
      grid.add(none, 0, 0, 2, 1);
    }
  }

  private void add(String name, String value) {
    Label label = new Label(name);
    label.getStyleClass().addAll("dense", "muted");
    label.setMinWidth(100);
    int row = grid.getRowCount();
    grid.add(label, 0, row);
    grid.add(PayloadView.code(value, "value"), 1, row);
  }

  private static Map<String, String> words(MessageProperties properties) {
    Map<String, String> words = new LinkedHashMap<>();
    properties.contentType().ifPresent(type -> words.put("Content type", type));
    if (properties.text()) {
      words.put("Payload", "UTF-8 text");
    }
    properties
        .expirySeconds()
        .ifPresent(seconds -> words.put("Message expiry", Format.count(seconds) + " s"));
    properties.responseTopic().ifPresent(topic -> words.put("Response topic", topic));
    properties
        .correlation()
        .ifPresent(bytes -> words.put("Correlation", HexFormat.ofDelimiter(" ").formatHex(bytes)));
    properties
        .user()
        .forEach(
            user ->
                words.merge("User: " + user.name(), user.value(), (one, two) -> one + ", " + two));
    return words;
  }
}
