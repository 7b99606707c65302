package dev.plantwright.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.engine.broker.Broker;
import dev.plantwright.engine.broker.BrokerOptions;
import dev.plantwright.engine.broker.LocalClient;
import dev.plantwright.engine.broker.Publication;
import dev.plantwright.engine.broker.access.Users;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application whose broker is behind a socket. */
class ForeignBrokerTest {
  @TempDir Path gatewayDir;
  @TempDir Path brokerDir;
  private final List<String> arrived = new CopyOnWriteArrayList<>();

  @Test
  void uploadsAndRequestsGoThroughTheSocket() throws Exception {
    try (ModbusPeer device = new ModbusPeer();
        Broker broker =
            new Broker(new BrokerOptions(brokerDir, Users.anonymous(), InstantSource.system()));
        TestGateway gateway = TestGateway.alone(gatewayDir).login()) {
      int port = broker.listen("127.0.0.1", 0);
      LocalClient watcher = broker.connect("watcher", "", this::arrived);
      watcher.subscribe("#", 0).toCompletableFuture().get(5, TimeUnit.SECONDS);
      device.set(1, "000b");
      configure(gateway, device.port, port);
      TestGateway.until("an upload", () -> told("up/g {"));
      assertThat(arrived).anyMatch(text -> text.contains("\"values\":{\"i\":11}"));
      String request = "{\"uuid\":\"w\",\"node\":\"m\",\"group\":\"g\",\"tag\":\"i\",\"value\":7}";
      watcher
          .publish(new Publication("q/write", request.getBytes(StandardCharsets.UTF_8), 0, false))
          .toCompletableFuture()
          .get(5, TimeUnit.SECONDS);
      TestGateway.until("the answer", () -> told("q/answer {\"uuid\":\"w\",\"error\":0}"));
      assertThat(device.holding[1]).isEqualTo((byte) 7);
    }
  }

  private void arrived(Publication message) {
    arrived.add(message.topic() + " " + new String(message.payload(), StandardCharsets.UTF_8));
  }

  private boolean told(String start) {
    return arrived.stream().anyMatch(text -> text.startsWith(start));
  }

  private static void configure(TestGateway gateway, int device, int broker) throws Exception {
    gateway.post(
        "/node",
        """
        {"name":"m","plugin":"Modbus TCP","params":{"host":"127.0.0.1","port":%d,
        "connection_mode":0,"interval":0,"timeout":500,"max_retries":0}}\
        """
            .formatted(device));
    gateway.post("/group", "{\"node\":\"m\",\"group\":\"g\",\"interval\":50}");
    gateway.post(
        "/tags",
        """
        {"node":"m","group":"g","tags":
        [{"name":"i","address":"1!400001","type":3,"attribute":3}]}\
        """);
    gateway.post(
        "/node",
        """
        {"name":"q","plugin":"MQTT","params":{"client-id":"c","format":0,
        "write-req-topic":"q/write","write-resp-topic":"q/answer","offline-cache":false,
        "host":"127.0.0.1","port":%d}}\
        """
            .formatted(broker));
    gateway.post(
        "/subscribe",
        """
        {"app":"q","driver":"m","group":"g","params":{"topic":"up/g"}}\
        """);
  }
}
