package dev.plantwright.plugins.namespace;

import dev.plantwright.api.testing.Fx;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Meanings;
import dev.plantwright.sites.mqtt.LinkState;
import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sites.mqtt.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A small plant that has been running for five minutes. */
final class Feed {
  static final String LINE = "acme/hamburg/packaging/line1/";

  private final Live live;
  private long sent;

  Feed(Live live) {
    this.live = live;
  }

  /** Five minutes of a line, up to a moment after now: drawing takes its time. */
  void plant() {
    live.link(new LinkState.Connected(Instant.now().minusSeconds(300)));
    live.meanings(meanings());
    long now = System.currentTimeMillis() + 2_000;
    for (int i = 0; i <= 600; i++) {
      long at = now - (600 - i) * 500L;
      double t = i / 40.0;
      report(
          "filler",
          "process",
          at,
          "\"temperature\":%.2f,\"product_temp\":%.2f,\"pressure\":%.3f,\"fill_volume\":%.2f,\"bottles_total\":%d,\"valve_1_open\":%b"
              .formatted(
                  74 + i / 64.0 + Math.sin(t),
                  71 + Math.sin(t / 2),
                  4.21 + 0.3 * Math.sin(t),
                  500.3 + Math.sin(t * 9) / 4,
                  1_284_306 + i,
                  i / 60 % 3 == 1),
          "");
      if (i % 2 == 0) {
        report(
            "filler",
            "counters",
            at,
            "\"speed\":%.0f,\"state\":%d,\"co2_level\":%.2f"
                .formatted(24_310 + 200 * Math.sin(t * 5), i / 200, 11.9 + Math.sin(t * 3) / 9),
            "");
        report(
            "capper",
            "process",
            at,
            "\"torque\":%.2f,\"motor_temp\":%.1f,\"rejects\":%d,\"offset_of_closing_head_to_reference_mark\":-1505571380"
                .formatted(2.31 + Math.sin(t), 72.6 + Math.sin(t * 2) / 4, i / 40),
            "");
        boolean silent = i > 570;
        report(
            "energy_meter",
            "power",
            at,
            silent ? "" : "\"power\":%.1f,\"power_factor\":0.93".formatted(48.6 + 3 * Math.sin(t)),
            silent ? "\"power_factor\":3015" : "");
      }
    }
    for (int i = 0; i < 40; i++) {
      send("acme/hamburg/packaging/pasteuriser/zone" + i + "/temp", "" + (60 + i / 2.0), now - 200);
      send("acme/berlin/store/tank" + i, "{\"level\":" + i + ",\"state\":\"FILLING\"}", now - 400);
    }
    settle();
  }

  void report(String asset, String group, long at, String values, String errors) {
    send(
        LINE + asset,
        "{\"node\":\"%s\",\"group\":\"%s\",\"timestamp\":%d,\"values\":{%s},\"errors\":{%s},\"metas\":{}}"
            .formatted(asset, group, at, values, errors),
        at);
  }

  void send(String topic, String payload, long at) {
    MessageProperties properties =
        new MessageProperties(
            true,
            Optional.of("application/json"),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.of(3_600),
            List.of(new MessageProperties.User("seq", Long.toString(sent))));
    live.accept(
        new Message(
            topic,
            payload.getBytes(StandardCharsets.UTF_8),
            1,
            false,
            properties,
            at * 1_000_000,
            at));
    sent++;
  }

  void settle() {
    Fx.await("messages taken in", () -> live.counts().messages() >= sent);
  }

  private static Meanings meanings() {
    Map<String, String> units =
        Map.ofEntries(
            Map.entry("temperature", "°C"),
            Map.entry("product_temp", "°C"),
            Map.entry("pressure", "bar"),
            Map.entry("speed", "bottles/h"),
            Map.entry("fill_volume", "ml"),
            Map.entry("co2_level", "g/l"),
            Map.entry("torque", "N·m"),
            Map.entry("motor_temp", "°C"),
            Map.entry("rejects", "pcs"),
            Map.entry("bottles_total", "pcs"),
            Map.entry("power", "kW"));
    Map<String, Meaning.Level> levels =
        Map.of(
            "acme", Meaning.Level.ENTERPRISE,
            "hamburg", Meaning.Level.SITE,
            "berlin", Meaning.Level.SITE,
            "packaging", Meaning.Level.AREA,
            "line1", Meaning.Level.LINE,
            "filler", Meaning.Level.CELL,
            "capper", Meaning.Level.CELL,
            "energy_meter", Meaning.Level.CELL);
    return path -> {
      String name = path.substring(path.lastIndexOf('/') + 1);
      Meaning meaning = Meaning.UNKNOWN.withUnit(units.getOrDefault(name, ""));
      if (levels.containsKey(name)) {
        meaning = meaning.withLevel(levels.get(name));
      }
      return switch (name) {
        case "temperature" ->
            meaning
                .withDecimals(1)
                .withLimits(OptionalDouble.empty(), OptionalDouble.of(80))
                .withTag(new Meaning.Tag("filler", "process", "temperature"));
        case "product_temp", "fill_volume", "motor_temp", "power", "co2_level" ->
            meaning.withDecimals(1);
        case "pressure", "torque" -> meaning.withDecimals(2);
        case "state" -> meaning.withStates(Map.of("3", "PRODUCING", "2", "STARTING"));
        default -> meaning;
      };
    };
  }
}
