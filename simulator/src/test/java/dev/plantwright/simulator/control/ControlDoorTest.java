package dev.plantwright.simulator.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.simulator.ManualClock;
import dev.plantwright.simulator.Simulator;
import dev.plantwright.simulator.TestPlant;
import dev.plantwright.simulator.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlDoorTest {
  private static final String POINTS =
      """
      "temp": {"address": "1!400001#LB", "type": "FLOAT", "unit": "°C", "behaviour": {"kind": "sine", "mean": 70, "swing": 0, "period_s": 9}},
      "level": {"address": "1!400003", "type": "INT16", "decimal": 0.1, "behaviour": {"kind": "constant", "value": 11.9}},
      "count": {"address": "1!300001", "type": "UINT32", "behaviour": {"kind": "constant", "value": 7}},
      "name": {"address": "1!400010.4", "type": "STRING", "behaviour": {"kind": "constant", "value": "Pils"}},
      "lamp": {"address": "1!000001", "type": "BIT", "behaviour": {"kind": "constant", "value": 0}}
      """;

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();
  private final HttpClient http = HttpClient.newHttpClient();
  private Simulator simulator;

  @BeforeEach
  void start() {
    simulator =
        new TestPlant(folder)
            .device("d", POINTS, "\"faults\": {\"hot\": {\"values\": {\"temp\": {\"add\": 20}}}}")
            .start(clock);
  }

  @AfterEach
  void stop() {
    http.close();
    simulator.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + simulator.ready().control() + path));
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var builder = request(path).method(method, publisher);
    if (!body.isEmpty()) {
      builder.header("Content-Type", "application/json");
    }
    return http.send(builder.build(), BodyHandlers.ofString());
  }

  private String ok(String method, String path, String body) throws Exception {
    HttpResponse<String> response = send(method, path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private JsonObject point(String name) throws Exception {
    return new JsonArray(ok("GET", "/devices/d/points", ""))
        .stream()
            .map(JsonObject.class::cast)
            .filter(point -> point.getString("name").equals(name))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void devicesAreListed() throws Exception {
    JsonObject device = new JsonArray(ok("GET", "/devices", "")).getJsonObject(0);

    assertThat(device.getString("id")).isEqualTo("d");
    assertThat(device.getString("protocol")).isEqualTo("Modbus TCP");
    assertThat(device.getInteger("port")).isEqualTo(simulator.ready().devices().get("d"));
    assertThat(device.getString("state")).isEqualTo("running");
    assertThat(device.getJsonArray("faults")).isEmpty();
    assertThat(
            device.getJsonArray("fault_kinds").stream()
                .map(o -> ((JsonObject) o).getString("kind")))
        .containsExactly("silence", "exception", "slow", "hot");
  }

  @Test
  void pointsAreListedAsAClientReadsThem() throws Exception {
    assertThat(point("temp"))
        .isEqualTo(
            new JsonObject(
                """
                {"name": "temp", "address": "1!400001#LB", "type": "FLOAT", "value": 70.0,
                 "held": false, "unit": "°C", "behaviour": "sine 70 ± 0, 9 s", "writable": true}
                """));
    assertThat(point("level").getValue("value")).isEqualTo(11.9);
    assertThat(point("count").getValue("value")).isEqualTo(7);
    assertThat(point("count").getValue("writable")).isEqualTo(false);
    assertThat(point("name").getValue("value")).isEqualTo("Pils");
    assertThat(point("lamp").getValue("value")).isEqualTo(0);
  }

  @Test
  void aHeldPointStaysUntilItIsReleased() throws Exception {
    ok("PUT", "/devices/d/points/temp", "{\"value\": 83.4, \"hold\": true}");
    clock.advance(5);
    assertThat(point("temp").getValue("value")).isEqualTo(83.4);
    assertThat(point("temp").getValue("held")).isEqualTo(true);
    try (Wire wire = new Wire(simulator.ready().devices().get("d"))) {
      assertThat(wire.ask("03 0000 0002")).isEqualTo("0304a642cdcc");
    }

    ok("DELETE", "/devices/d/points/temp/hold", "");
    clock.advance(1);
    assertThat(point("temp").getValue("value")).isEqualTo(70.0);
    assertThat(point("temp").getValue("held")).isEqualTo(false);
  }

  @Test
  void aPointIsSetOnceWithoutHold() throws Exception {
    ok("PUT", "/devices/d/points/count", "{\"value\": 4294967295}");
    ok("PUT", "/devices/d/points/lamp", "{\"value\": true}");
    clock.advance(5);

    assertThat(point("count").getValue("value")).isEqualTo(4294967295L);
    assertThat(point("lamp").getValue("value")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "PUT, /devices/d/points/temp, {}, 400",
        "PUT, /devices/d/points/temp, {\"value\": \"hot\"}, 400",
        "PUT, /devices/d/points/temp, {\"value\": null}, 400",
        "PUT, /devices/d/points/temp, {\"value\": [1]}, 400",
        "PUT, /devices/d/points/temp, `{\"value\": 1, \"hold\": \"yes\"}`, 400",
        "PUT, /devices/d/points/temp, {\"value\": 1e39}, 400",
        "PUT, /devices/d/points/temp, not json, 400",
        "PUT, /devices/d/points/temp, [1], 400",
        "PUT, /devices/d/points/level, {\"value\": 3277}, 400",
        "PUT, /devices/d/points/count, {\"value\": 1.5}, 400",
        "PUT, /devices/d/points/count, {\"value\": -1}, 400",
        "PUT, /devices/d/points/lamp, {\"value\": 2}, 400",
        "PUT, /devices/d/points/name, {\"value\": \"Weizen\"}, 400",
        "PUT, /devices/d/points/name, {\"value\": 3}, 400",
        "PUT, /devices/d/points/none, {\"value\": 1}, 404",
        "PUT, /devices/none/points/temp, {\"value\": 1}, 404",
        "DELETE, /devices/d/points/none/hold, ``, 404",
        "GET, /devices/none/points, ``, 404",
        "GET, /none, ``, 404",
        "PUT, /devices/d/faults/exception, {}, 400",
        "PUT, /devices/d/faults/exception, {\"code\": 0}, 400",
        "PUT, /devices/d/faults/slow, {\"ms\": -1}, 400",
        "PUT, /devices/d/faults/slow, {\"ms\": \"500\"}, 400",
        "PUT, /devices/d/faults/silence, {\"for_s\": 0}, 400",
        "PUT, /devices/d/faults/fire, {}, 404",
        "DELETE, /devices/d/faults/fire, ``, 404",
        "PUT, /clock, {\"speed\": 0}, 400",
        "PUT, /clock, {\"paused\": 1}, 400"
      })
  void whatIsWrongIsSaidInOneSentence(String method, String path, String body, int status)
      throws Exception {
    HttpResponse<String> response = send(method, path, body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(new JsonObject(response.body()).getString("error")).endsWith(".");
    assertThat(point("temp").getValue("value")).isEqualTo(70.0);
  }

  @Test
  void faultsComeAndGo() throws Exception {
    try (Wire wire = new Wire(simulator.ready().devices().get("d"))) {
      JsonObject state = new JsonObject(ok("PUT", "/devices/d/faults/exception", "{\"code\": 2}"));
      assertThat(state.getJsonArray("faults")).containsExactly("exception");
      assertThat(wire.ask("03 0000 0002")).isEqualTo("8302");
      ok("DELETE", "/devices/d/faults/exception", "");
      assertThat(wire.ask("03 0002 0001")).isEqualTo("03020077");

      state = new JsonObject(ok("PUT", "/devices/d/faults/silence", "{}"));
      assertThat(state.getString("state")).isEqualTo("silent");
      wire.send(1, "03 0002 0001");
      assertThat(wire.answerWithin(100)).isEqualTo("silence");
      ok("DELETE", "/devices/d/faults/silence", "");
      ok("DELETE", "/devices/d/faults/silence", "");
      wire.send(1, "03 0002 0001");
      assertThat(wire.answerWithin(5000)).isEqualTo("03020077");
    }
  }

  @Test
  void aFaultOfTheFileEndsByItselfWhenToldSo() throws Exception {
    ok("PUT", "/devices/d/faults/hot", "{\"for_s\": 5}");
    clock.advance(1);
    assertThat(point("temp").getValue("value")).isEqualTo(90.0);
    clock.advance(5);
    assertThat(point("temp").getValue("value")).isEqualTo(70.0);
  }

  @Test
  void theClockIsSetInPartsAndSaysWhatItIs() throws Exception {
    ok("PUT", "/clock", "{\"speed\": 60}");
    JsonObject state = new JsonObject(ok("PUT", "/clock", "{\"paused\": true}"));
    assertThat(state.getDouble("speed")).isEqualTo(60);
    assertThat(state.getBoolean("paused")).isTrue();
    assertThat(new JsonObject(ok("GET", "/clock", ""))).isEqualTo(state);
  }

  @Test
  void eventsTellWhatHappens() throws Exception {
    var response = http.send(request("/events").build(), BodyHandlers.ofLines());
    try (Stream<String> stream = response.body();
        Wire wire = new Wire(simulator.ready().devices().get("d"))) {
      Iterator<JsonObject> events =
          stream
              .filter(line -> line.startsWith("data: "))
              .map(line -> new JsonObject(line.substring(6)))
              .iterator();
      assertThat(events.next().getString("kind")).isEqualTo("connected");
      wire.ask("10 0000 0002 04 a642cdcc");
      JsonObject event = events.next();
      assertThat(event.getString("kind")).isEqualTo("write");
      assertThat(event.getString("detail")).isEqualTo("temp = 83.4");
      assertThat(event.getString("device")).isEqualTo("d");
      assertThat(event.getLong("ts")).isEqualTo(clock.millis());
      ok("PUT", "/devices/d/faults/hot", "{}");
      assertThat(events.next().getString("kind")).isEqualTo("fault");
      ok("DELETE", "/devices/d/faults/hot", "");
      assertThat(events.next().getString("kind")).isEqualTo("fault-end");
    }
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
  }

  @Test
  void clientsAreCountedWhileTheyAreConnected() throws Exception {
    var response = http.send(request("/events").build(), BodyHandlers.ofLines());
    try (Stream<String> stream = response.body()) {
      Iterator<String> kinds =
          stream
              .filter(line -> line.startsWith("data: "))
              .map(line -> new JsonObject(line.substring(6)).getString("kind"))
              .iterator();
      try (Wire wire = new Wire(simulator.ready().devices().get("d"))) {
        wire.ask("03 0000 0002");
        assertThat(kinds.next()).isEqualTo("connected");
        assertThat(clients()).isEqualTo(1);
      }
      assertThat(kinds.next()).isEqualTo("disconnected");
      assertThat(clients()).isZero();
    }
  }

  private int clients() throws Exception {
    return new JsonArray(ok("GET", "/devices", "")).getJsonObject(0).getInteger("clients");
  }

  @ParameterizedTest
  @CsvSource({
    "Host: evil.example, 403",
    "Host: 127.0.0.1.evil.example, 403",
    "Host: localhost, 200",
    "Host: LOCALHOST:18090, 200",
    "Host: [::1]:18090, 200"
  })
  void onlyALoopbackHostIsBelieved(String header, int status) throws Exception {
    assertThat(raw("GET /devices HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status);
  }

  @Test
  void webPagesAreKeptOut() throws Exception {
    String put = "PUT /clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n";
    assertThat(raw(put + "Origin: http://evil.example\r\nConnection: close\r\n\r\n{}"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw(put + "Content-Type: text/plain\r\nConnection: close\r\n\r\n{}"))
        .startsWith("HTTP/1.1 415");
    assertThat(raw(put + "Connection: close\r\n\r\n{}")).startsWith("HTTP/1.1 200");
  }

  private String raw(String request) throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getByName("127.0.0.1"), simulator.ready().control())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
          .readLine();
    }
  }
}
