package dev.plantwright.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.engine.broker.access.Users;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages from publisher to subscriber, in all versions of the protocol. */
class MessagesTest {
  @TempDir Path dir;
  private Broker broker;
  private int port;

  @BeforeEach
  void start() throws IOException {
    broker = new Broker(new BrokerOptions(dir, Users.anonymous(), InstantSource.system()));
    port = broker.listen("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void a_message_of_each_qos_arrives_with_the_lower_of_both_qos(MqttVersion version)
      throws IOException {
    try (Peer publisher = Peer.connected(port, version, "p");
        Peer subscriber = Peer.connected(port, version, "s")) {
      assertThat(subscriber.subscribe("plant/+/temp", 1).payload().grantedQoSLevels())
          .containsExactly(1);
      publisher.publish("plant/filler/temp", "0", 0, false, 0);
      publisher.publish("plant/filler/temp", "1", 1, false, 7);
      assertThat(publisher.nextId(MqttMessageType.PUBACK)).isEqualTo(7);
      publisher.publish("plant/filler/temp", "2", 2, false, 8);
      assertThat(publisher.nextId(MqttMessageType.PUBREC)).isEqualTo(8);
      publisher.acknowledge(MqttMessageType.PUBREL, 8);
      assertThat(publisher.nextId(MqttMessageType.PUBCOMP)).isEqualTo(8);

      assertThat(subscriber.nextLine()).isEqualTo("plant/filler/temp=0 qos0");
      assertThat(subscriber.nextLine()).isEqualTo("plant/filler/temp=1 qos1");
      assertThat(subscriber.nextLine()).isEqualTo("plant/filler/temp=2 qos1");
      subscriber.expectNothingBeforePing();
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void a_qos_2_message_sent_twice_is_delivered_once_in_four_steps(MqttVersion version)
      throws IOException {
    try (Peer publisher = Peer.connected(port, version, "p");
        Peer subscriber = Peer.connected(port, version, "s")) {
      subscriber.subscribe("a", 2);
      publisher.publish("a", "once", 2, false, 5);
      publisher.nextId(MqttMessageType.PUBREC);
      publisher.publish("a", "once", 2, false, 5);
      publisher.nextId(MqttMessageType.PUBREC);
      publisher.acknowledge(MqttMessageType.PUBREL, 5);
      publisher.nextId(MqttMessageType.PUBCOMP);

      var message = subscriber.nextMessage();
      assertThat(message.fixedHeader().qosLevel()).isEqualTo(MqttQoS.EXACTLY_ONCE);
      int id = message.variableHeader().packetId();
      subscriber.acknowledge(MqttMessageType.PUBREC, id);
      assertThat(subscriber.nextId(MqttMessageType.PUBREL)).isEqualTo(id);
      subscriber.acknowledge(MqttMessageType.PUBCOMP, id);
      subscriber.expectNothingBeforePing();
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void a_retained_message_is_given_to_later_subscribers_until_an_empty_one_removes_it(
      MqttVersion version) throws IOException {
    try (Peer publisher = Peer.connected(port, version, "p");
        Peer subscriber = Peer.connected(port, version, "s")) {
      publisher.publish("a/b", "first", 1, true, 1);
      publisher.publish("a/b", "second", 1, true, 2);
      publisher.nextId(MqttMessageType.PUBACK);
      publisher.nextId(MqttMessageType.PUBACK);
      subscriber.subscribe("a/#", 1);
      assertThat(subscriber.nextLine()).isEqualTo("a/b=second qos1 retained");
      publisher.publish("a/b", "", 1, true, 3);
      assertThat(subscriber.nextLine()).isEqualTo("a/b= qos1");
      subscriber.subscribe("a/#", 1);
      subscriber.expectNothingBeforePing();
    }
  }
}
