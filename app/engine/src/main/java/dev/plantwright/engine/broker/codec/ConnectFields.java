package dev.plantwright.engine.broker.codec;

import static dev.plantwright.engine.broker.codec.MalformedException.malformed;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** Reads the variable header and payload of CONNECT. */
final class ConnectFields {
  private static final int USER = 0x80;
  private static final int PASSWORD = 0x40;
  private static final int WILL_RETAIN = 0x20;
  private static final int WILL = 0x04;
  private static final int CLEAN_START = 0x02;
  private static final int RESERVED = 0x01;

  private ConnectFields() {}

  static Packet.Connect read(int version, ByteBuf body) throws MalformedException {
    int flags = Fields.readByte(body);
    checkFlags(version, flags);
    int keepAlive = Fields.readShort(body);
    Properties properties =
        version == Packet.MQTT_5
            ? Fields.readProperties(body, PropertyKind.Place.CONNECT)
            : Properties.NONE;
    checkAuthentication(properties);
    String clientId = Fields.readText(body);
    Optional<Packet.Will> will =
        (flags & WILL) != 0 ? Optional.of(will(version, flags, body)) : Optional.empty();
    Optional<String> user =
        (flags & USER) != 0 ? Optional.of(Fields.readText(body)) : Optional.empty();
    Optional<byte[]> password =
        (flags & PASSWORD) != 0 ? Optional.of(Fields.readBinary(body)) : Optional.empty();
    boolean cleanStart = (flags & CLEAN_START) != 0;
    return new Packet.Connect(
        version, clientId, cleanStart, keepAlive, user, password, will, properties);
  }

  /** Reads protocol name and level. */
  static int version(ByteBuf body) throws MalformedException {
    String protocol = Fields.readText(body);
    int level = Fields.readByte(body);
    if (protocol.equals("MQIsdp") && level == Packet.MQTT_3_1
        || protocol.equals("MQTT") && (level == Packet.MQTT_3_1_1 || level == Packet.MQTT_5)) {
      return level;
    }
    if (protocol.equals("MQTT") || protocol.equals("MQIsdp")) {
      throw MalformedException.unsupported(level);
    }
    throw malformed("the protocol is not MQTT");
  }

  private static void checkFlags(int version, int flags) throws MalformedException {
    boolean will = (flags & WILL) != 0;
    int willQos = flags >> 3 & 3;
    if ((flags & RESERVED) != 0) {
      throw malformed("the reserved flag of CONNECT is set");
    }
    if (willQos == 3 || !will && (willQos != 0 || (flags & WILL_RETAIN) != 0)) {
      throw malformed("the will flags of CONNECT contradict each other");
    }
    if (version < Packet.MQTT_5 && (flags & USER) == 0 && (flags & PASSWORD) != 0) {
      throw malformed("CONNECT has a password without a user name");
    }
  }

  private static void checkAuthentication(Properties properties) throws MalformedException {
    boolean data =
        properties.list().stream().anyMatch(p -> p.kind() == PropertyKind.AUTHENTICATION_DATA);
    if (data && properties.text(PropertyKind.AUTHENTICATION_METHOD).isEmpty()) {
      throw MalformedException.protocol("authentication data without a method");
    }
  }

  private static Packet.Will will(int version, int flags, ByteBuf body) throws MalformedException {
    Properties properties =
        version == Packet.MQTT_5
            ? Fields.readProperties(body, PropertyKind.Place.WILL)
            : Properties.NONE;
    String topic = Fields.readText(body);
    byte[] payload = Fields.readBinary(body);
    return new Packet.Will(topic, payload, flags >> 3 & 3, (flags & WILL_RETAIN) != 0, properties);
  }
}
