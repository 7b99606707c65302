package dev.plantwright.plugins.rules;

import com.sun.net.httpserver.HttpServer;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartType;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Meaning;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sites.mqtt.MessageProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fxmisc.richtext.CodeArea;

/** A plant with a rule and a stream, a site that answers over HTTP, and live messages. */
final class RulePlant implements AutoCloseable {
  static final String TOPIC = "acme/hamburg/packaging/line1/filler";
  static final String RULE = "rules/over_temp.json";
  static final String RULE_TEXT =
      """
      {
        "id":   "over_temp",
        "sql": "-- Alarm when the filler is too hot\\nSELECT values->temperature AS temperature,\\n       80 AS high_limit, timestamp\\nFROM   filler\\nWHERE  values->temperature > 80",
        "actions": [ { "mqtt": { "server": "tcp://${site.mqtt.host}:${site.mqtt.port}",
            "topic": "acme/hamburg/packaging/line1/_alarms/over_temp", "qos": 1, "sendSingle": true } },
          { "log": {} } ]
      }
      """;

  final TestWorkbench bench;
  final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final Doors doors;

  RulePlant(Path folder) throws IOException {
    write(folder, "plant.json", "{\"name\":\"test\",\"version\":1}");
    write(folder, RULE, RULE_TEXT);
    write(
        folder,
        "streams/filler.sql",
        "CREATE STREAM filler () WITH (DATASOURCE=\""
            + TOPIC
            + "\", FORMAT=\"json\", TYPE=\"mqtt\");\n");
    bench = new TestWorkbench(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(exchange.getRequestMethod() + " " + path);
          String answer = answers.getOrDefault(path, "");
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              answer.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    doors = new Doors(site(server.getAddress().getPort()));
  }

  private static Site site(int port) {
    return new Site(
        "local",
        Site.Kind.LOCAL,
        Optional.empty(),
        Optional.empty(),
        Optional.of(URI.create("http://127.0.0.1:" + port)),
        Optional.empty(),
        Optional.empty());
  }

  static void write(Path folder, String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The site answers now: the rule runs. */
  void connect() {
    answers.put("/streams", "[\"filler\"]");
    answers.put(
        "/rules/over_temp/status",
        """
        {"status":"running","message":"",
         "source_filler_0_records_in_total":68412,"source_filler_0_exceptions_total":0,
         "sink_mqtt_0_records_out_total":27,"sink_mqtt_0_exceptions_total":2,
         "sink_mqtt_0_last_exception":"connection lost to 127.0.0.1:1883",
         "sink_mqtt_0_last_exception_time":1763650000000}
        """);
    answers.put("/rules/over_temp/stop", "Rule over_temp was stopped.");
    Fx.run(() -> bench.site().doors().set(Optional.of(doors)));
  }

  void message() {
    bench
        .live()
        .meanings(
            path ->
                path.endsWith("temperature")
                    ? Meaning.UNKNOWN.withUnit("°C").withDecimals(1)
                    : Meaning.UNKNOWN);
    String payload =
        "{\"node\":\"filler\",\"group\":\"process\",\"timestamp\":1763650000000,"
            + "\"values\":{\"temperature\":83.42,\"temp_setpoint\":78,\"running\":true},\"errors\":{}}";
    bench
        .live()
        .accept(
            new Message(
                TOPIC,
                payload.getBytes(StandardCharsets.UTF_8),
                0,
                false,
                MessageProperties.NONE,
                System.nanoTime(),
                System.currentTimeMillis()));
    Fx.await("the message", () -> bench.live().latest().find(TOPIC, "temperature") >= 0);
  }

  RulePart open(Theme theme) {
    RulePart part = bench.show(type("rule"), Optional.of(RULE), theme, 1000, 640, RulePart.class);
    Fx.await("the file", () -> part.document().isPresent());
    return part;
  }

  static PartType type(String id) {
    return new RulesPlugin()
        .parts().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  static CodeArea area(Part part, String id) {
    return (CodeArea) Fx.call(() -> part.node().lookup("#" + id));
  }

  @Override
  public void close() {
    bench.close();
    server.stop(0);
    doors.close();
  }
}
