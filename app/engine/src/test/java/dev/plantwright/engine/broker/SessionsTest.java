package dev.plantwright.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What outlives a connection: sessions, messages in flight, wills. */
class SessionsTest {
  private static final int SESSION_EXPIRY = 0x11;
  private static final int WILL_DELAY = 0x18;

  @TempDir Path dir;
  private TestBroker broker;

  @BeforeEach
  void start() throws IOException {
    broker = TestBroker.open(dir);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void a_lasting_session_gets_what_it_missed_and_what_it_did_not_acknowledge(MqttVersion version)
      throws IOException {
    try (Peer first = broker.peer(version)) {
      assertThat(lasting(first, version).variableHeader().isSessionPresent()).isFalse();
      first.subscribe("a", 2);
      try (Peer publisher = broker.connected(version, "p")) {
        publisher.publish("a", "one", 1, false, 1);
        publisher.publish("a", "two", 2, false, 2);
        assertThat(first.nextLine()).isEqualTo("a=one qos1");
        var two = first.nextMessage();
        first.acknowledge(MqttMessageType.PUBREC, two.variableHeader().packetId());
        first.nextId(MqttMessageType.PUBREL);
        first.close();
        broker.await(census -> census.connections() == 1);
        publisher.publish("a", "lost", 0, false, 0);
        publisher.publish("a", "three", 1, false, 3);
        publisher.nextId(MqttMessageType.PUBACK);
        publisher.nextId(MqttMessageType.PUBREC);
        publisher.nextId(MqttMessageType.PUBACK);
      }
    }
    try (Peer again = broker.peer(version)) {
      assertThat(lasting(again, version).variableHeader().isSessionPresent())
          .isEqualTo(version != MqttVersion.MQTT_3_1);
      assertThat(again.nextLine()).isEqualTo("a=one qos1 again");
      again.nextId(MqttMessageType.PUBREL);
      assertThat(again.nextLine()).isEqualTo("a=three qos1");
      again.expectNothingBeforePing();
    }
  }

  private static io.netty.handler.codec.mqtt.MqttConnAckMessage lasting(
      Peer peer, MqttVersion version) {
    return peer.connect(c -> lasting(c.clientId("keeper"), version, 60));
  }

  private static MqttMessageBuilders.ConnectBuilder lasting(
      MqttMessageBuilders.ConnectBuilder connect, MqttVersion version, int seconds) {
    if (version == MqttVersion.MQTT_5) {
      connect.properties(number(SESSION_EXPIRY, seconds));
    }
    return connect.cleanSession(false);
  }

  private static MqttProperties number(int id, int value) {
    MqttProperties properties = new MqttProperties();
    properties.add(new MqttProperties.IntegerProperty(id, value));
    return properties;
  }

  @Test
  void a_session_ends_when_its_expiry_has_passed_and_not_before() throws IOException {
    try (Peer peer = broker.peer(MqttVersion.MQTT_5)) {
      lasting(peer, MqttVersion.MQTT_5);
    }
    broker.await(census -> census.connections() == 0);
    broker.pass(Duration.ofSeconds(59));
    try (Peer peer = broker.peer(MqttVersion.MQTT_5)) {
      assertThat(lasting(peer, MqttVersion.MQTT_5).variableHeader().isSessionPresent()).isTrue();
    }
    broker.await(census -> census.connections() == 0);
    broker.pass(Duration.ofSeconds(60));
    broker.await(census -> census.sessions() == 0);
  }

  @Test
  void a_clean_start_ends_the_session_that_was_there() throws IOException {
    try (Peer peer = broker.peer(MqttVersion.MQTT_3_1_1)) {
      lasting(peer, MqttVersion.MQTT_3_1_1);
      peer.subscribe("a", 1);
    }
    broker.await(census -> census.connections() == 0 && census.subscriptions() == 1);
    try (Peer peer = broker.peer(MqttVersion.MQTT_3_1_1)) {
      var connack = peer.connect(c -> c.clientId("keeper").cleanSession(true));
      assertThat(connack.variableHeader().isSessionPresent()).isFalse();
      assertThat(broker.census().subscriptions()).isZero();
    }
  }

  @Test
  void a_second_client_of_the_same_id_takes_over_and_the_first_is_told() throws IOException {
    try (Peer first = broker.connected(MqttVersion.MQTT_5, "same");
        Peer old = broker.connected(MqttVersion.MQTT_3_1_1, "same")) {
      assertThat(first.nextReason()).isEqualTo(0x8E);
      assertThat(first.isClosedByBroker()).isTrue();
      try (Peer third = broker.connected(MqttVersion.MQTT_5, "same")) {
        assertThat(old.isClosedByBroker()).isTrue();
        third.expectNothingBeforePing();
      }
    }
  }

  @Test
  void an_empty_client_id_gets_one_if_the_session_is_not_to_last() throws IOException {
    try (Peer v5 = broker.peer(MqttVersion.MQTT_5);
        Peer v3 = broker.peer(MqttVersion.MQTT_3_1_1);
        Peer lasting = broker.peer(MqttVersion.MQTT_3_1_1)) {
      var assigned =
          v5.connect(c -> c.clientId("")).variableHeader().properties().getProperty(0x12);
      assertThat(assigned.value().toString()).startsWith("auto-");
      v3.connect(c -> c.clientId("").cleanSession(true));
      v3.expectNothingBeforePing();
      var refused = lasting.connect(c -> c.clientId("").cleanSession(false));
      assertThat(refused.variableHeader().connectReturnCode().byteValue()).isEqualTo((byte) 2);
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void a_will_is_published_when_the_client_is_lost_and_not_when_it_says_goodbye(MqttVersion version)
      throws IOException {
    try (Peer watcher = broker.connected(version, "w")) {
      watcher.subscribe("gone/#", 1);
      try (Peer lost = broker.peer(version)) {
        lost.connect(c -> will(c.clientId("lost"), "gone/lost", MqttProperties.NO_PROPERTIES));
      }
      assertThat(watcher.nextLine()).isEqualTo("gone/lost=bye qos1");
      try (Peer polite = broker.peer(version)) {
        polite.connect(
            c -> will(c.clientId("polite"), "gone/polite", MqttProperties.NO_PROPERTIES));
        polite.sendHex("E000");
        assertThat(polite.isClosedByBroker()).isTrue();
      }
      watcher.expectNothingBeforePing();
    }
  }

  private static MqttMessageBuilders.ConnectBuilder will(
      MqttMessageBuilders.ConnectBuilder connect, String topic, MqttProperties properties) {
    MqttProperties lasting = number(SESSION_EXPIRY, 60);
    return connect
        .cleanSession(true)
        .properties(lasting)
        .willFlag(true)
        .willQoS(io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE)
        .willTopic(topic)
        .willProperties(properties)
        .willMessage("bye".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_delayed_will_waits_and_is_dropped_when_the_client_comes_back() throws IOException {
    try (Peer watcher = broker.connected(MqttVersion.MQTT_5, "w")) {
      watcher.subscribe("gone/#", 1);
      for (int round = 0; round < 2; round++) {
        try (Peer lost = broker.peer(MqttVersion.MQTT_5)) {
          lost.connect(
              c ->
                  will(c.clientId("lost").cleanSession(false), "gone/l", number(WILL_DELAY, 10))
                      .cleanSession(false));
        }
        broker.await(census -> census.connections() == 1);
        broker.pass(Duration.ofSeconds(9));
      }
      watcher.expectNothingBeforePing();
      broker.pass(Duration.ofSeconds(1));
      assertThat(watcher.nextLine()).isEqualTo("gone/l=bye qos1");
    }
  }

  @Test
  void a_delayed_will_is_published_at_once_when_a_clean_start_ends_the_session()
      throws IOException {
    try (Peer watcher = broker.connected(MqttVersion.MQTT_5, "w")) {
      watcher.subscribe("gone/#", 0);
      try (Peer lost = broker.peer(MqttVersion.MQTT_5)) {
        lost.connect(c -> will(c.clientId("lost"), "gone/l", number(WILL_DELAY, 10)));
      }
      broker.await(census -> census.connections() == 1);
      try (Peer _ = broker.connected(MqttVersion.MQTT_5, "lost")) {
        assertThat(watcher.nextLine()).isEqualTo("gone/l=bye qos0");
      }
    }
  }

  @Test
  void a_silent_client_is_sent_away_after_one_and_a_half_keep_alives() throws IOException {
    try (Peer v5 = broker.connected(MqttVersion.MQTT_5, "c")) {
      broker.pass(Duration.ofSeconds(90));
      v5.expectNothingBeforePing();
      broker.pass(Duration.ofMillis(90_001));
      assertThat(v5.nextReason()).isEqualTo(0x8D);
      assertThat(v5.isClosedByBroker()).isTrue();
    }
  }

  @Test
  void a_socket_that_never_says_connect_is_closed() throws IOException {
    try (Peer mute = broker.peer(MqttVersion.MQTT_5)) {
      broker.await(census -> census.connections() == 1);
      broker.pass(Duration.ofSeconds(11));
      assertThat(mute.isClosedByBroker()).isTrue();
    }
  }
}
