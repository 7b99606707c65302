package dev.plantwright.sites.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpServer;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.FakeDoor;
import dev.plantwright.sites.FakeDoor.Reply;
import dev.plantwright.sites.FakeDoor.Request;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.Json;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorClientTest {
  private final HttpClient http = HttpDoor.newClient();

  @AfterEach
  void end() {
    http.shutdownNow();
  }

  @Test
  void readsDevicesAndSetsPoints() {
    String devices =
        """
        [{"id":"filler","protocol":"Modbus TCP","port":1502,"state":"running","faults":["slow"]}]\
        """;
    try (FakeDoor door = new FakeDoor(r -> Reply.ok(r.method().equals("GET") ? devices : "{}"))) {
      SimulatorClient client = new SimulatorClient(door.url(), http);
      assertThat(client.devices())
          .singleElement()
          .satisfies(device -> assertThat(device.id()).isEqualTo("filler"))
          .satisfies(device -> assertThat(device.port()).isEqualTo(1502))
          .satisfies(device -> assertThat(device.faults()).isEqualTo(List.of("slow")));
      client.set("filler", "bowl level", Json.read("42.5"), true);
      client.release("filler", "bowl level");
      assertThat(door.requests())
          .extracting(Request::line)
          .containsExactly(
              "GET /devices",
              "PUT /devices/filler/points/bowl%20level",
              "DELETE /devices/filler/points/bowl%20level/hold");
      assertThat(door.requests().get(1).body()).isEqualTo("{\"value\":42.5,\"hold\":true}");
    }
  }

  @Test
  void repeatsWhatTheSimulatorSaysAboutABadValue() {
    try (FakeDoor door = new FakeDoor(r -> new Reply(400, "{\"error\":\"speed must be > 0\"}"))) {
      SimulatorClient client = new SimulatorClient(door.url(), http);
      assertThatThrownBy(() -> client.clock(-1, false))
          .asInstanceOf(type(DoorException.class))
          .satisfies(e -> assertThat(e.status()).isEqualTo(400))
          .satisfies(e -> assertThat(e).hasMessageStartingWith("The clock: speed must be > 0"));
    }
  }

  @Test
  void handsEventsOnUntilItIsClosed() throws Exception {
    CompletableFuture<OutputStream> stream = new CompletableFuture<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/events",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(": hello\n\n".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          stream.complete(exchange.getResponseBody());
        });
    server.start();
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    CompletableFuture<String> ended = new CompletableFuture<>();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (Events open = new SimulatorClient(url, http).events(events::add, ended::complete)) {
      assertThat(open).isNotNull();
      OutputStream out = stream.get(10, TimeUnit.SECONDS);
      out.write("data: no JSON\n\n".getBytes(UTF_8));
      out.write(
          "data: {\"ts\":7,\"device\":\"filler\",\"kind\":\"fault\",\"detail\":\"silence\"}\n\n"
              .getBytes(UTF_8));
      out.flush();
      assertThat(events.poll(10, TimeUnit.SECONDS))
          .isEqualTo(new Event(7, "filler", "fault", "silence"));
    } finally {
      server.stop(0);
    }
    assertThat(ended).as("closing is no end by itself").isNotDone();
  }
}
