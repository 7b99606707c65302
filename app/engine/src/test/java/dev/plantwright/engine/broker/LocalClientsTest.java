package dev.plantwright.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions inside the process are clients like all others. */
class LocalClientsTest {
  @TempDir Path dir;
  private TestBroker broker;
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @BeforeEach
  void start() throws IOException {
    broker = TestBroker.open(dir);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  private LocalClient local(String id) {
    return broker
        .broker()
        .connect(
            id,
            "engine",
            p ->
                received.add(
                    "%s=%s qos%d%s"
                        .formatted(
                            p.topic(),
                            new String(p.payload(), StandardCharsets.UTF_8),
                            p.qos(),
                            p.retained() ? " retained" : "")));
  }

  private static Publication publication(String topic, String payload, int qos, boolean retained) {
    return new Publication(topic, payload.getBytes(StandardCharsets.UTF_8), qos, retained);
  }

  private static void done(CompletionStage<Void> stage) {
    stage.toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
  }

  private String next() throws InterruptedException {
    return received.poll(5, TimeUnit.SECONDS);
  }

  @Test
  void messages_go_between_sockets_and_the_process_in_both_directions() throws Exception {
    try (LocalClient local = local("rules");
        Peer peer = broker.connected(MqttVersion.MQTT_5, "peer")) {
      done(local.publish(publication("kept", "k", 1, true)));
      done(local.subscribe("#", 1));
      assertThat(next()).isEqualTo("kept=k qos1 retained");
      peer.subscribe("out/#", 1);
      done(local.publish(publication("out/x", "1", 1, false)));
      assertThat(peer.nextLine()).isEqualTo("out/x=1 qos1");
      peer.publish("in/x", "2", 1, false, 1);
      peer.nextId(MqttMessageType.PUBACK);
      assertThat(next()).isEqualTo("out/x=1 qos1");
      assertThat(next()).isEqualTo("in/x=2 qos1");
      done(local.unsubscribe("#"));
      peer.publish("in/x", "3", 1, false, 2);
      assertThat(peer.nextReason()).isEqualTo(0x10);
      assertThat(received).isEmpty();
      var counted =
          broker.census().clients().stream().filter(c -> c.clientId().equals("rules")).findFirst();
      assertThat(counted.orElseThrow().received()).isEqualTo(2);
    }
    broker.await(census -> census.clients().stream().noneMatch(c -> c.clientId().equals("rules")));
  }

  @Test
  void what_cannot_be_published_or_subscribed_fails_with_a_sentence() {
    try (LocalClient local = local("x")) {
      assertThatThrownBy(() -> done(local.publish(publication("a/#", "1", 0, false))))
          .hasMessageContaining("'a/#' is no topic to publish to");
      assertThatThrownBy(() -> done(local.publish(publication("$SYS/a", "1", 0, false))))
          .hasMessageContaining("engine may not publish to $SYS/a");
      assertThatThrownBy(() -> done(local.subscribe("a/#/b", 0)))
          .hasMessageContaining("'a/#/b' is no topic filter");
      local.close();
      assertThatThrownBy(() -> done(local.publish(publication("a", "1", 0, false))))
          .hasMessageContaining("session x has ended");
    }
  }

  @Test
  void a_receiver_that_throws_harms_nobody() throws Exception {
    try (LocalClient broken =
            broker
                .broker()
                .connect(
                    "broken",
                    "engine",
                    p -> {
                      throw new IllegalStateException("a bug");
                    });
        LocalClient whole = local("whole")) {
      done(broken.subscribe("a", 0));
      done(whole.subscribe("a", 0));
      done(whole.publish(publication("a", "1", 0, false)));
      assertThat(next()).isEqualTo("a=1 qos0");
    }
  }

  @Test
  void a_client_on_a_socket_cannot_take_the_id_of_one_in_the_process() throws Exception {
    try (LocalClient local = local("gateway");
        Peer thief = broker.peer(MqttVersion.MQTT_5)) {
      done(local.subscribe("a", 0));
      assertThat(thief.connect(c -> c.clientId("gateway")).variableHeader().connectReturnCode())
          .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID);
      done(local.publish(publication("a", "still here", 0, false)));
      assertThat(next()).isEqualTo("a=still here qos0");
    }
  }
}
