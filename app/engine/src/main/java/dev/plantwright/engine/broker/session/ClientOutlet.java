package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.PacketWriter;
import dev.plantwright.engine.broker.codec.Properties;
import dev.plantwright.engine.broker.codec.PropertyKind;
import dev.plantwright.engine.broker.message.Message;
import io.netty.buffer.ByteBuf;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Writes messages as the client asked for at its CONNECT: size, aliases. */
final class ClientOutlet implements Outlet {
  private final Connection connection;
  private final PacketWriter writer;
  private final boolean version5;
  private final InstantSource clock;
  private final long largest;
  private final int aliasMaximum;
  private final int receiveMaximum;
  private final Map<String, Integer> aliases = new HashMap<>(0);

  ClientOutlet(
      Connection connection, PacketWriter writer, Packet.Connect connect, InstantSource clock) {
    Properties wishes = connect.properties();
    this.connection = connection;
    this.writer = writer;
    this.clock = clock;
    this.version5 = connect.version() == Packet.MQTT_5;
    this.largest = wishes.whole(PropertyKind.MAXIMUM_PACKET_SIZE).orElse(Long.MAX_VALUE);
    this.aliasMaximum = (int) wishes.whole(PropertyKind.TOPIC_ALIAS_MAXIMUM).orElse(0);
    this.receiveMaximum = (int) wishes.whole(PropertyKind.RECEIVE_MAXIMUM).orElse(65_535);
  }

  int receiveMaximum() {
    return receiveMaximum;
  }

  @Override
  public boolean ready() {
    return connection.ready();
  }

  @Override
  public void send(Packet packet) {
    connection.send(packet);
  }

  @Override
  public boolean publish(Delivery delivery, boolean duplicate, int id) {
    Message message = delivery.message();
    int first = PacketWriter.publishHeader(delivery.qos(), delivery.retain(), duplicate);
    Integer alias = aliasMaximum == 0 ? null : aliases.get(message.topic());
    boolean newAlias = alias == null && aliases.size() < aliasMaximum;
    if (newAlias) {
      alias = aliases.size() + 1;
    }
    String topic = alias == null || newAlias ? message.topic() : "";
    Properties properties = version5 ? properties(delivery, alias) : Properties.NONE;
    ByteBuf out = connection.buffer();
    int before = out.writerIndex();
    writer.publish(out, topic, message.payload(), first, id, properties);
    if (out.writerIndex() - before > largest) {
      out.writerIndex(before);
      return false;
    }
    if (newAlias) {
      aliases.put(message.topic(), alias);
    }
    connection.written();
    return true;
  }

  private Properties properties(Delivery delivery, Integer alias) {
    Message message = delivery.message();
    boolean expires = message.expiresAt() != Message.NEVER;
    if (!expires && alias == null && delivery.identifiers().length == 0) {
      return message.properties();
    }
    Properties.Builder builder = Properties.builder();
    if (expires) {
      long left = Math.max(1, (message.expiresAt() - clock.millis() + 999) / 1000);
      builder.whole(PropertyKind.MESSAGE_EXPIRY, left);
    }
    if (alias != null) {
      builder.whole(PropertyKind.TOPIC_ALIAS, alias);
    }
    for (int identifier : delivery.identifiers()) {
      builder.whole(PropertyKind.SUBSCRIPTION_IDENTIFIER, identifier);
    }
    message.properties().list().forEach(builder::add);
    return builder.build();
  }
}
