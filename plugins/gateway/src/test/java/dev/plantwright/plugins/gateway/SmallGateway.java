package dev.plantwright.plugins.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plantwright.sites.Login;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.doors.Doors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway with an inspect door that says what a test told it to say. */
public final class SmallGateway implements AutoCloseable {
  private final HttpServer server;
  private final Doors doors;
  private final List<String> written = new CopyOnWriteArrayList<>();

  public SmallGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    doors =
        new Doors(
            new Site(
                "local",
                Site.Kind.LOCAL,
                Optional.empty(),
                Optional.of(new Site.Neuron(url, new Login("admin", "0000"))),
                Optional.empty(),
                Optional.of(new Site.Inspect(url, Optional.empty())),
                Optional.empty()));
  }

  public Doors doors() {
    return doors;
  }

  /** Bodies of the writes that came. */
  public List<String> written() {
    return written;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    Optional<String> text = text(path, body);
    byte[] bytes = text.orElse("{\"error\":\"no such page\"}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(text.isPresent() ? 200 : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Optional<String> text(String path, String body) {
    return switch (path) {
      case "/api/v2/login" -> Optional.of("{\"token\":\"t\"}");
      case "/api/v2/node/state" -> Optional.of(STATES);
      case "/api/v2/read" -> Optional.of(read(body));
      case "/api/v2/write" -> {
        written.add(body);
        yield Optional.of(body.contains("\"value\":99") ? "{\"error\":3015}" : "{\"error\":0}");
      }
      case "/plantwright/v1/gateway/nodes" -> Optional.of(NODES);
      case "/plantwright/v1/gateway/nodes/filler/cycles" -> Optional.of(CYCLES);
      case "/plantwright/v1/gateway/nodes/filler/tags" -> Optional.of(tags());
      default -> Optional.empty();
    };
  }

  private static final String STATES =
      """
      {"states":[{"node":"filler","running":3,"link":1,"rtt":4},
                 {"node":"energy_meter","running":3,"link":0,"rtt":9999},
                 {"node":"mqtt","running":3,"link":1,"rtt":0}]}
      """;
  private static final String NODES =
      """
      [{"node":"filler","plugin":"Modbus TCP","running":3,"link":1,"cause":"","next_try_ms":0},
       {"node":"energy_meter","plugin":"Modbus TCP","running":3,"link":0,
        "cause":"Cannot connect to 10.0.12.40:502: connection refused.","next_try_ms":4000},
       {"node":"mqtt","plugin":"MQTT","running":3,"link":1,"cause":"","next_try_ms":0}]
      """;
  private static final String CYCLES =
      """
      [{"group":"process","interval_ms":500,"duration_ms":4.2,"polled":9,"overrun":0,"requests":[{"ms":4.1,"error":""}]},
       {"group":"counters","interval_ms":1000,"duration_ms":2.2,"polled":9,"overrun":0,"requests":[]}]
      """;

  private static String read(String body) {
    if (body.contains("\"group\":\"process\"")) {
      return """
      {"tags":[{"name":"temperature","value":83.4},{"name":"product_temp","value":71.8},
        {"name":"pressure","value":4.21},{"name":"co2_level","value":11.9},
        {"name":"fill_volume","value":500.3},{"name":"speed","value":24310},
        {"name":"valve_1_open","value":1},{"name":"state","value":"PRODUCING"},
        {"name":"offset_of_closing_head_to_reference_mark","value":-1505571380}]}
      """;
    }
    return body.contains("\"group\":\"counters\"")
        ? """
        {"tags":[{"name":"rejects","value":17},{"name":"runtime","value":8412.6},
          {"name":"motor_current","error":3000},{"name":"cip_phase","value":0}]}
        """
        : """
        {"tags":[{"name":"recipe_no","value":12},{"name":"temp_setpoint","value":78.0},
          {"name":"speed_setpoint","value":24500}]}
        """;
  }

  private static String tags() {
    long now = System.currentTimeMillis();
    return "["
        + String.join(
            ",",
            tag("process", "temperature", "A6 42 CD CC", now),
            tag("process", "product_temp", "8F 42 9A 99", now),
            tag("process", "pressure", "40 86 B8 52", now),
            tag("process", "co2_level", "00 77", now),
            tag("process", "fill_volume", "13 8B", now),
            tag("process", "speed", "00 00 5E F6", now),
            tag("process", "valve_1_open", "00 05", now),
            tag("process", "state", "50 52 4F 44 55 43 49 4E 47 00 00 00 00 00 00 00", now),
            tag("process", "offset_of_closing_head_to_reference_mark", "A6 42 CD CC", now),
            tag("counters", "rejects", "00 11", now - 300),
            tag("counters", "runtime", "00 01 48 9E", now - 300),
            tag("counters", "cip_phase", "00 00", now - 300),
            bad("counters", "motor_current", "device refuses the read", 3000, now - 300),
            tag("recipe", "recipe_no", "00 0C", now - 3_100),
            tag("recipe", "temp_setpoint", "9C 42 00 00", now - 3_100),
            tag("recipe", "speed_setpoint", "09 92", now - 30_000))
        + "]";
  }

  private static String tag(String group, String tag, String raw, long at) {
    return "{\"group\":\"%s\",\"tag\":\"%s\",\"raw\":\"%s\",\"quality\":\"good\",\"reason\":\"ok\",\"code\":0,\"ts\":%d}"
        .formatted(group, tag, raw, at);
  }

  private static String bad(String group, String tag, String reason, int code, long at) {
    return "{\"group\":\"%s\",\"tag\":\"%s\",\"raw\":\"\",\"quality\":\"bad\",\"reason\":\"%s\",\"code\":%d,\"ts\":%d}"
        .formatted(group, tag, reason, code, at);
  }

  @Override
  public void close() {
    doors.close();
    server.stop(0);
  }
}
