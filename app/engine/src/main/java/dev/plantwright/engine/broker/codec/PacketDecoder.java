package dev.plantwright.engine.broker.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the bytes of a client into packets and checks them to the letter of the standard. After the
 * first broken packet it emits one {@link Packet.Invalid} and swallows the rest. While the channel
 * does not read by itself, what is in the buffer stays there too.
 */
public final class PacketDecoder extends ByteToMessageDecoder {
  private final int maximumPacketSize;
  private int version;
  private boolean dead;

  /**
   * @param maximumPacketSize bytes of the largest packet that is read, header included
   */
  public PacketDecoder(int maximumPacketSize) {
    this.maximumPacketSize = maximumPacketSize;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (dead) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (!context.channel().config().isAutoRead()) {
      return;
    }
    try {
      Packet packet = next(in);
      if (packet != null) {
        out.add(packet);
      }
    } catch (MalformedException e) {
      dead = true;
      in.skipBytes(in.readableBytes());
      out.add(new Packet.Invalid(e.reason(), e.getMessage(), e.version().orElse(version)));
    }
  }

  private Packet next(ByteBuf in) throws MalformedException {
    int start = in.readerIndex();
    int available = in.readableBytes();
    if (available < 1) {
      return null;
    }
    int first = in.getUnsignedByte(start);
    checkFlags(first >> 4, first & 0x0F);
    int length = 0;
    int header = 1;
    int next;
    do {
      if (header > 4) {
        throw MalformedException.malformed("the remaining length has more than four bytes");
      }
      if (available <= header) {
        return null;
      }
      next = in.getUnsignedByte(start + header);
      length |= (next & 0x7F) << 7 * (header - 1);
      header++;
    } while (next >= 0x80);
    if (length + header > maximumPacketSize) {
      throw new MalformedException(
          ReasonCode.PACKET_TOO_LARGE,
          "a packet of %d bytes is larger than %d".formatted(length + header, maximumPacketSize));
    }
    if (available < header + length) {
      return null;
    }
    in.skipBytes(header);
    return packet(first, in.readSlice(length));
  }

  private void checkFlags(int type, int flags) throws MalformedException {
    if (version == 0 && type != 1) {
      throw MalformedException.protocol("the first packet is not CONNECT");
    }
    boolean valid =
        switch (type) {
          case 3 -> (flags & 6) != 6 && (flags & 0x0E) != 8;
          case 6, 8, 10 -> flags == 2;
          default -> flags == 0;
        };
    if (!valid) {
      throw MalformedException.malformed(
          "packet type %d has the flags %s".formatted(type, Integer.toBinaryString(flags)));
    }
  }

  private Packet packet(int first, ByteBuf body) throws MalformedException {
    Packet packet =
        switch (first >> 4) {
          case 1 -> connect(body);
          case 3 -> publish(first, body);
          case 4 -> ack(Packet.AckKind.PUBACK, body);
          case 5 -> ack(Packet.AckKind.PUBREC, body);
          case 6 -> ack(Packet.AckKind.PUBREL, body);
          case 7 -> ack(Packet.AckKind.PUBCOMP, body);
          case 8 -> subscribe(body);
          case 10 -> unsubscribe(body);
          case 12 -> new Packet.Pingreq();
          case 14 -> disconnect(body);
          case 15 -> auth(body);
          default -> throw MalformedException.protocol("only a server sends type " + (first >> 4));
        };
    if (body.isReadable()) {
      throw MalformedException.malformed("bytes follow the end of the packet");
    }
    return packet;
  }

  private Packet connect(ByteBuf body) throws MalformedException {
    if (version != 0) {
      throw MalformedException.protocol("a second CONNECT");
    }
    version = ConnectFields.version(body);
    return ConnectFields.read(version, body);
  }

  private Packet publish(int first, ByteBuf body) throws MalformedException {
    int qos = first >> 1 & 3;
    String topic = Fields.readText(body);
    int id = qos == 0 ? 0 : identifier(body);
    Properties properties = properties(body, PropertyKind.Place.PUBLISH);
    if (properties.whole(PropertyKind.SUBSCRIPTION_IDENTIFIER).isPresent()) {
      throw MalformedException.protocol("a client sent a subscription identifier in PUBLISH");
    }
    byte[] payload = Fields.readBytes(body, body.readableBytes());
    return new Packet.Publish(
        topic, payload, qos, (first & 1) != 0, (first & 8) != 0, id, properties);
  }

  private Packet ack(Packet.AckKind kind, ByteBuf body) throws MalformedException {
    int id = identifier(body);
    if (version < Packet.MQTT_5 || !body.isReadable()) {
      return new Packet.Ack(kind, id, ReasonCode.SUCCESS);
    }
    int reason = Fields.readByte(body);
    return new Packet.Ack(kind, id, reason, optionalProperties(body, PropertyKind.Place.ACK));
  }

  private Packet subscribe(ByteBuf body) throws MalformedException {
    int id = identifier(body);
    Properties properties = properties(body, PropertyKind.Place.SUBSCRIBE);
    List<Packet.SubscribeItem> items = new ArrayList<>();
    while (body.isReadable()) {
      items.add(subscribeItem(Fields.readText(body), Fields.readByte(body)));
    }
    return new Packet.Subscribe(id, atLeastOne(items), properties);
  }

  private Packet.SubscribeItem subscribeItem(String filter, int options) throws MalformedException {
    int reserved = version < Packet.MQTT_5 ? 0xFC : 0xC0;
    int qos = options & 3;
    int retainHandling = options >> 4 & 3;
    if ((options & reserved) != 0 || qos == 3) {
      throw MalformedException.malformed("subscription options 0x%02x".formatted(options));
    }
    boolean noLocal = (options & 4) != 0;
    if (retainHandling == 3 || noLocal && filter.startsWith("$share/")) {
      throw MalformedException.protocol("subscription options 0x%02x".formatted(options));
    }
    return new Packet.SubscribeItem(filter, qos, noLocal, (options & 8) != 0, retainHandling);
  }

  private Packet unsubscribe(ByteBuf body) throws MalformedException {
    int id = identifier(body);
    properties(body, PropertyKind.Place.UNSUBSCRIBE);
    List<String> filters = new ArrayList<>();
    while (body.isReadable()) {
      filters.add(Fields.readText(body));
    }
    return new Packet.Unsubscribe(id, atLeastOne(filters));
  }

  private Packet disconnect(ByteBuf body) throws MalformedException {
    if (version < Packet.MQTT_5 || !body.isReadable()) {
      return new Packet.Disconnect(0, Properties.NONE);
    }
    int reason = Fields.readByte(body);
    return new Packet.Disconnect(reason, optionalProperties(body, PropertyKind.Place.DISCONNECT));
  }

  private Packet auth(ByteBuf body) throws MalformedException {
    if (version < Packet.MQTT_5) {
      throw MalformedException.protocol("AUTH is not a packet of MQTT 3.1.1");
    }
    int reason = body.isReadable() ? Fields.readByte(body) : 0;
    return new Packet.Auth(reason, optionalProperties(body, PropertyKind.Place.AUTH));
  }

  private Properties properties(ByteBuf body, PropertyKind.Place place) throws MalformedException {
    return version < Packet.MQTT_5 ? Properties.NONE : Fields.readProperties(body, place);
  }

  private static Properties optionalProperties(ByteBuf body, PropertyKind.Place place)
      throws MalformedException {
    return body.isReadable() ? Fields.readProperties(body, place) : Properties.NONE;
  }

  private static int identifier(ByteBuf body) throws MalformedException {
    int id = Fields.readShort(body);
    if (id == 0) {
      throw MalformedException.malformed("the packet identifier is 0");
    }
    return id;
  }

  private static <T> List<T> atLeastOne(List<T> list) throws MalformedException {
    if (list.isEmpty()) {
      throw MalformedException.protocol("the packet names no topic filter");
    }
    return List.copyOf(list);
  }
}
