package dev.plantwright.engine.broker.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** Writes the packets of a server for one protocol version. Holds no state of a connection. */
public final class PacketWriter {
  private final int version;

  public PacketWriter(int version) {
    this.version = version;
  }

  /** Appends the packet. */
  public void write(ByteBuf out, Packet packet) {
    switch (packet) {
      case Packet.Connack connack -> connack(out, connack);
      case Packet.Ack ack -> ack(out, ack);
      case Packet.Suback suback -> suback(out, suback);
      case Packet.Unsuback unsuback -> unsuback(out, unsuback);
      case Packet.Pingresp _ -> out.writeShort(0xD000);
      case Packet.Disconnect disconnect -> disconnect(out, disconnect);
      case Packet.Publish p ->
          publish(out, p.topic(), p.payload(), header(p), p.id(), p.properties());
      case Packet.Connect _,
          Packet.Subscribe _,
          Packet.Unsubscribe _,
          Packet.Pingreq _,
          Packet.Auth _,
          Packet.Invalid _ ->
          throw new IllegalArgumentException("a server does not send " + packet);
    }
  }

  private static int header(Packet.Publish publish) {
    return publishHeader(publish.qos(), publish.retain(), publish.duplicate());
  }

  /** First byte of a PUBLISH. */
  public static int publishHeader(int qos, boolean retain, boolean duplicate) {
    return 0x30 | (duplicate ? 8 : 0) | qos << 1 | (retain ? 1 : 0);
  }

  /**
   * Appends a PUBLISH.
   *
   * @param first see {@link #publishHeader}
   * @param id left out with QoS 0
   */
  public void publish(
      ByteBuf out, String topic, byte[] payload, int first, int id, Properties properties) {
    int topicLength = ByteBufUtil.utf8Bytes(topic);
    boolean acknowledged = (first & 6) != 0;
    int length = 2 + topicLength + (acknowledged ? 2 : 0) + payload.length;
    int propertyLength = 0;
    if (version == Packet.MQTT_5) {
      propertyLength = properties.isEmpty() ? 0 : Fields.size(properties);
      length += Fields.variableSize(propertyLength) + propertyLength;
    }
    out.ensureWritable(length + 5);
    out.writeByte(first);
    Fields.writeVariable(out, length);
    out.writeShort(topicLength);
    ByteBufUtil.reserveAndWriteUtf8(out, topic, topicLength);
    if (acknowledged) {
      out.writeShort(id);
    }
    if (version == Packet.MQTT_5) {
      Fields.writeVariable(out, propertyLength);
      for (Property property : properties.list()) {
        Fields.write(out, property);
      }
    }
    out.writeBytes(payload);
  }

  private void connack(ByteBuf out, Packet.Connack connack) {
    boolean present = connack.sessionPresent() && version != Packet.MQTT_3_1;
    if (version < Packet.MQTT_5) {
      out.writeByte(0x20).writeByte(2);
      out.writeByte(present ? 1 : 0).writeByte(connack.reason().connectReturnCode());
      return;
    }
    header(out, 0x20, 2, connack.properties());
    out.writeByte(present ? 1 : 0).writeByte(connack.reason().code());
    Fields.writeProperties(out, connack.properties());
  }

  private void ack(ByteBuf out, Packet.Ack ack) {
    int first = ack.kind().type << 4 | (ack.kind() == Packet.AckKind.PUBREL ? 2 : 0);
    if (version < Packet.MQTT_5 || ack.reason() == 0 && ack.properties().isEmpty()) {
      out.writeByte(first).writeByte(2).writeShort(ack.id());
      return;
    }
    if (ack.properties().isEmpty()) {
      out.writeByte(first).writeByte(3).writeShort(ack.id()).writeByte(ack.reason());
      return;
    }
    header(out, first, 3, ack.properties());
    out.writeShort(ack.id()).writeByte(ack.reason());
    Fields.writeProperties(out, ack.properties());
  }

  private void suback(ByteBuf out, Packet.Suback suback) {
    acknowledged(out, 0x90, suback.id(), suback.reasons().size());
    for (int reason : suback.reasons()) {
      out.writeByte(version < Packet.MQTT_5 && reason > 2 ? 0x80 : reason);
    }
  }

  private void unsuback(ByteBuf out, Packet.Unsuback unsuback) {
    if (version < Packet.MQTT_5) {
      out.writeByte(0xB0).writeByte(2).writeShort(unsuback.id());
      return;
    }
    acknowledged(out, 0xB0, unsuback.id(), unsuback.reasons().size());
    for (ReasonCode reason : unsuback.reasons()) {
      out.writeByte(reason.code());
    }
  }

  private void acknowledged(ByteBuf out, int first, int id, int reasons) {
    out.writeByte(first);
    Fields.writeVariable(out, 2 + reasons + (version < Packet.MQTT_5 ? 0 : 1));
    out.writeShort(id);
    if (version == Packet.MQTT_5) {
      out.writeByte(0);
    }
  }

  private void disconnect(ByteBuf out, Packet.Disconnect disconnect) {
    if (version < Packet.MQTT_5) {
      throw new IllegalArgumentException("below MQTT 5 a server does not send DISCONNECT");
    }
    header(out, 0xE0, 1, disconnect.properties());
    out.writeByte(disconnect.reason());
    Fields.writeProperties(out, disconnect.properties());
  }

  private static void header(ByteBuf out, int first, int fixed, Properties properties) {
    int size = Fields.size(properties);
    out.writeByte(first);
    Fields.writeVariable(out, fixed + Fields.variableSize(size) + size);
  }

  /** Appends properties with their length; also the form of the log. */
  public static void writeProperties(ByteBuf out, Properties properties) {
    Fields.writeProperties(out, properties);
  }

  /**
   * Reads what {@link #writeProperties} wrote for a message.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  public static Properties readProperties(ByteBuf in) {
    try {
      return Fields.readProperties(in, PropertyKind.Place.PUBLISH);
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
