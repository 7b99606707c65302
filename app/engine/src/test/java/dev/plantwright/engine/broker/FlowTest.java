package dev.plantwright.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.engine.broker.session.Limits;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits both sides set, properties of MQTT 5, and who waits for whom. */
class FlowTest {
  private static final Limits SMALL = new Limits(1 << 20, 2, 4, 8, 1024, 100, 1 << 20, 3, 3, 10);

  @TempDir Path dir;
  private TestBroker broker;

  @BeforeEach
  void start() throws IOException {
    broker = TestBroker.open(dir, SMALL);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  private Peer v5(String id) throws IOException {
    return broker.connected(MqttVersion.MQTT_5, id);
  }

  private Peer v5(String id, int property, int value) throws IOException {
    Peer peer = broker.peer(MqttVersion.MQTT_5);
    peer.connect(c -> c.clientId(id).cleanSession(true).properties(number(property, value)));
    return peer;
  }

  private static MqttProperties number(int id, int value) {
    MqttProperties properties = new MqttProperties();
    properties.add(new MqttProperties.IntegerProperty(id, value));
    return properties;
  }

  @Test
  void no_more_messages_are_in_flight_than_the_client_takes() throws IOException {
    try (Peer subscriber = v5("s", 0x21, 2);
        Peer publisher = broker.connected(MqttVersion.MQTT_3_1_1, "p")) {
      subscriber.subscribe("a", 1);
      for (int i = 1; i <= 4; i++) {
        publisher.publish("a", "m" + i, 1, false, i);
        publisher.nextId(MqttMessageType.PUBACK);
      }
      int first = subscriber.nextMessage().variableHeader().packetId();
      assertThat(subscriber.nextLine()).isEqualTo("a=m2 qos1");
      subscriber.expectNothingBeforePing();
      subscriber.acknowledge(MqttMessageType.PUBACK, first);
      assertThat(subscriber.nextLine()).isEqualTo("a=m3 qos1");
      subscriber.expectNothingBeforePing();
    }
  }

  @Test
  void a_publisher_beyond_the_receive_maximum_is_sent_away() throws IOException {
    try (Peer publisher = v5("p")) {
      for (int id = 1; id <= 3; id++) {
        publisher.publish("a", "x", 2, false, id);
      }
      publisher.nextReason();
      publisher.nextReason();
      assertThat(publisher.nextReason()).isEqualTo(0x93);
      assertThat(publisher.isClosedByBroker()).isTrue();
    }
  }

  @Test
  void messages_larger_than_the_client_takes_are_left_out_and_use_up_nothing() throws IOException {
    try (Peer subscriber = v5("s", 0x27, 40);
        Peer publisher = v5("p")) {
      subscriber.subscribe("a", 1);
      for (int i = 1; i <= 3; i++) {
        publisher.publish("a", "x".repeat(100), 1, false, i);
        publisher.nextReason();
      }
      publisher.publish("a", "small", 1, false, 4);
      MqttPublishMessage small = subscriber.nextMessage();
      assertThat(small.payload().toString(StandardCharsets.UTF_8)).isEqualTo("small");
      assertThat(small.variableHeader().packetId()).isEqualTo(1);
      assertThat(broker.census().dropped()).isEqualTo(3);
    }
  }

  @Test
  void topic_aliases_are_used_in_both_directions() throws IOException {
    try (Peer subscriber = v5("s", 0x22, 1);
        Peer publisher = v5("p")) {
      subscriber.subscribe("long/#", 0);
      publisher.publish("long/topic", "1", 0, false, 0, number(0x23, 3));
      publisher.publish("", "2", 0, false, 0, number(0x23, 3));
      publisher.publish("long/other", "3", 0, false, 0);
      MqttPublishMessage first = subscriber.nextMessage();
      assertThat(first.variableHeader().topicName()).isEqualTo("long/topic");
      assertThat(first.variableHeader().properties().getProperty(0x23).value()).isEqualTo(1);
      MqttPublishMessage second = subscriber.nextMessage();
      assertThat(second.variableHeader().topicName()).isEmpty();
      assertThat(second.payload().toString(StandardCharsets.UTF_8)).isEqualTo("2");
      assertThat(second.variableHeader().properties().getProperty(0x23).value()).isEqualTo(1);
      assertThat(subscriber.nextLine()).isEqualTo("long/other=3 qos0");
    }
  }

  @Test
  void what_the_publisher_says_about_a_message_goes_on_untouched_and_in_order() throws IOException {
    try (Peer subscriber = v5("s");
        Peer publisher = v5("p")) {
      subscriber.subscribe("a", 0);
      MqttProperties properties = new MqttProperties();
      properties.add(new MqttProperties.IntegerProperty(0x01, 1));
      properties.add(new MqttProperties.StringProperty(0x03, "text/plain"));
      properties.add(new MqttProperties.StringProperty(0x08, "answer/here"));
      properties.add(new MqttProperties.BinaryProperty(0x09, new byte[0]));
      properties.add(new MqttProperties.UserProperty("k", "1"));
      properties.add(new MqttProperties.UserProperty("a", "2"));
      properties.add(new MqttProperties.UserProperty("k", "3"));
      publisher.publish("a", "x", 0, false, 0, properties);
      MqttProperties got = subscriber.nextMessage().variableHeader().properties();
      assertThat(got.getProperty(0x01).value()).isEqualTo(1);
      assertThat(got.getProperty(0x03).value()).isEqualTo("text/plain");
      assertThat(got.getProperty(0x08).value()).isEqualTo("answer/here");
      assertThat((byte[]) got.getProperty(0x09).value()).isEmpty();
      assertThat(((MqttProperties.UserProperties) got.getProperty(0x26)).value())
          .extracting(pair -> pair.key + "=" + pair.value)
          .containsExactly("k=1", "a=2", "k=3");
    }
  }

  @Test
  void overlapping_subscriptions_give_one_message_with_all_identifiers_and_the_higher_qos()
      throws IOException {
    try (Peer client = v5("c");
        Peer other = v5("o")) {
      subscribe(client, "a/#", MqttSubscriptionOption.onlyFromQos(MqttQoS.AT_MOST_ONCE), 7);
      subscribe(client, "a/+", noLocal(), 8);
      other.publish("a/b", "x", 1, false, 1);
      MqttPublishMessage both = client.nextMessage();
      assertThat(both.fixedHeader().qosLevel()).isEqualTo(MqttQoS.AT_LEAST_ONCE);
      assertThat(both.variableHeader().properties().getProperties(0x0B))
          .extracting(p -> p.value())
          .containsExactlyInAnyOrder(7, 8);
      client.publish("a/b", "own", 1, false, 1);
      MqttPublishMessage own = client.nextMessage();
      assertThat(own.fixedHeader().qosLevel()).isEqualTo(MqttQoS.AT_MOST_ONCE);
      assertThat(own.variableHeader().properties().getProperties(0x0B))
          .extracting(p -> p.value())
          .containsExactly(7);
    }
  }

  private static MqttSubscriptionOption noLocal() {
    return new MqttSubscriptionOption(
        MqttQoS.AT_LEAST_ONCE, true, false, RetainedHandlingPolicy.SEND_AT_SUBSCRIBE);
  }

  private static void subscribe(
      Peer peer, String filter, MqttSubscriptionOption option, int identifier) {
    peer.send(
        MqttMessageBuilders.subscribe()
            .messageId(1)
            .addSubscription(filter, option)
            .properties(identifier == 0 ? new MqttProperties() : number(0x0B, identifier))
            .build());
    peer.next();
  }

  @Test
  void retain_handling_and_retain_as_published_are_followed() throws IOException {
    try (Peer publisher = v5("p");
        Peer subscriber = v5("s")) {
      publisher.publish("r", "kept", 1, true, 1);
      publisher.nextReason();
      subscribe(subscriber, "r", option(RetainedHandlingPolicy.DONT_SEND_AT_SUBSCRIBE, false), 0);
      subscriber.expectNothingBeforePing();
      subscribe(
          subscriber,
          "r",
          option(RetainedHandlingPolicy.SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS, true),
          0);
      subscriber.expectNothingBeforePing();
      subscribe(
          subscriber,
          "+",
          option(RetainedHandlingPolicy.SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS, false),
          0);
      assertThat(subscriber.nextLine()).isEqualTo("r=kept qos1 retained");
      publisher.publish("r", "new", 1, true, 2);
      assertThat(subscriber.nextLine()).isEqualTo("r=new qos1 retained");
    }
  }

  private static MqttSubscriptionOption option(RetainedHandlingPolicy policy, boolean asPublished) {
    return new MqttSubscriptionOption(MqttQoS.AT_LEAST_ONCE, false, asPublished, policy);
  }

  @Test
  void the_expiry_of_a_retained_message_counts_down_and_ends_it() throws IOException {
    try (Peer publisher = v5("p");
        Peer subscriber = v5("s")) {
      publisher.publish("r", "kept", 1, true, 1, number(0x02, 10));
      publisher.nextReason();
      broker.pass(Duration.ofSeconds(4));
      subscriber.subscribe("r", 0);
      MqttPublishMessage kept = subscriber.nextMessage();
      assertThat(kept.variableHeader().properties().getProperty(0x02).value()).isEqualTo(6);
      broker.pass(Duration.ofSeconds(6));
      subscriber.subscribe("r", 0);
      subscriber.expectNothingBeforePing();
      assertThat(broker.census().retained()).isZero();
    }
  }

  @Test
  void limits_of_subscriptions_levels_and_connections_are_told() throws IOException {
    try (Peer client = v5("c")) {
      assertThat(client.subscribe("1/2/3/4/5/6/7/8/9", 0).payload().reasonCodes())
          .containsExactly(0x8F);
      assertThat(client.subscribe("a/#/b", 0).payload().reasonCodes()).containsExactly(0x8F);
      assertThat(client.subscribe("$share/g/a", 0).payload().reasonCodes()).containsExactly(0x9E);
      for (String filter : new String[] {"a", "b", "c"}) {
        assertThat(client.subscribe(filter, 1).payload().reasonCodes()).containsExactly(1);
      }
      assertThat(client.subscribe("d", 0).payload().reasonCodes()).containsExactly(0x97);
      try (Peer _ = v5("c2");
          Peer _ = v5("c3");
          Peer tooMany = broker.peer(MqttVersion.MQTT_5)) {
        assertThat(tooMany.isClosedByBroker()).isTrue();
      }
    }
  }

  @Test
  void a_subscriber_that_does_not_read_costs_only_itself() throws IOException {
    String payload = "x".repeat(50_000);
    try (Peer publisher = broker.connected(MqttVersion.MQTT_3_1_1, "p");
        Peer stuck = broker.connected(MqttVersion.MQTT_3_1_1, "stuck");
        Peer healthy = broker.connected(MqttVersion.MQTT_3_1_1, "healthy")) {
      stuck.subscribe("a", 0);
      healthy.subscribe("a", 0);
      for (int i = 0; i < 400; i++) {
        publisher.publish("a", payload, 0, false, 0);
        assertThat(healthy.nextMessage().payload().readableBytes()).isEqualTo(50_000);
      }
      var client =
          broker.census().clients().stream()
              .filter(c -> c.clientId().equals("stuck"))
              .findFirst()
              .orElseThrow();
      assertThat(client.dropped()).isPositive();
      assertThat(client.waiting()).isLessThanOrEqualTo(100);
    }
  }

  @Test
  void a_publisher_of_qos_1_waits_for_its_subscriber_and_nothing_is_lost() throws IOException {
    try (Peer publisher = broker.connected(MqttVersion.MQTT_3_1_1, "p");
        Peer subscriber = broker.connected(MqttVersion.MQTT_3_1_1, "s")) {
      subscriber.subscribe("a", 1);
      String payload = "x".repeat(20_000);
      Thread sending =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 1; i <= 1_000; i++) {
                      publisher.publish("a", i + payload, 1, false, i);
                    }
                  });
      for (int i = 1; i <= 1_000; i++) {
        MqttPublishMessage message = subscriber.nextMessage();
        assertThat(message.payload().toString(StandardCharsets.UTF_8)).isEqualTo(i + payload);
        subscriber.acknowledge(MqttMessageType.PUBACK, message.variableHeader().packetId());
      }
      assertThat(broker.census().dropped()).isZero();
      assertThat(sending.isAlive()).isFalse();
    }
  }
}
