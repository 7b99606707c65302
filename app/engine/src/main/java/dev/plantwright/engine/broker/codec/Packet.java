package dev.plantwright.engine.broker.codec;

import java.util.List;
import java.util.Optional;

/** A control packet of MQTT 3.1, 3.1.1 or 5.0, checked against the standard when it was read. */
public sealed interface Packet {
  /** Names of the protocol levels. */
  int MQTT_3_1 = 3;

  int MQTT_3_1_1 = 4;
  int MQTT_5 = 5;

  /**
   * First packet of a client.
   *
   * @param version protocol level, one of the constants above
   * @param keepAliveSeconds 0: none
   */
  record Connect(
      int version,
      String clientId,
      boolean cleanStart,
      int keepAliveSeconds,
      Optional<String> user,
      Optional<byte[]> password,
      Optional<Will> will,
      Properties properties)
      implements Packet {
    /** Says nothing of the password. */
    @Override
    public String toString() {
      return "Connect[" + clientId + ", MQTT level " + version + "]";
    }
  }

  /** What is published when the client goes without a goodbye. */
  record Will(String topic, byte[] payload, int qos, boolean retain, Properties properties) {}

  record Connack(boolean sessionPresent, ReasonCode reason, Properties properties)
      implements Packet {}

  /**
   * A message.
   *
   * @param topic empty if only the alias is given (MQTT 5)
   * @param id 0 with QoS 0
   */
  record Publish(
      String topic,
      byte[] payload,
      int qos,
      boolean retain,
      boolean duplicate,
      int id,
      Properties properties)
      implements Packet {}

  /** The four steps of acknowledging. */
  enum AckKind {
    PUBACK(4),
    PUBREC(5),
    PUBREL(6),
    PUBCOMP(7);

    final int type;

    AckKind(int type) {
      this.type = type;
    }
  }

  /**
   * PUBACK, PUBREC, PUBREL or PUBCOMP.
   *
   * @param reason as on the wire, 0 below MQTT 5
   */
  record Ack(AckKind kind, int id, int reason, Properties properties) implements Packet {
    public Ack(AckKind kind, int id, ReasonCode reason) {
      this(kind, id, reason.code(), Properties.NONE);
    }
  }

  record Subscribe(int id, List<SubscribeItem> items, Properties properties) implements Packet {}

  /** One filter of a SUBSCRIBE with its options; below MQTT 5 only the QoS differs. */
  record SubscribeItem(
      String filter, int qos, boolean noLocal, boolean retainAsPublished, int retainHandling) {}

  /**
   * @param reasons granted QoS or failure, one a filter; written as 0x80 below MQTT 5
   */
  record Suback(int id, List<Integer> reasons) implements Packet {}

  record Unsubscribe(int id, List<String> filters) implements Packet {}

  record Unsuback(int id, List<ReasonCode> reasons) implements Packet {}

  record Pingreq() implements Packet {}

  record Pingresp() implements Packet {}

  record Disconnect(int reason, Properties properties) implements Packet {}

  record Auth(int reason, Properties properties) implements Packet {}

  /** Not a packet: what was read broke the standard; nothing is read after it. */
  record Invalid(ReasonCode reason, String sentence, int version) implements Packet {}
}
