package dev.plantwright.engine.broker.message;

import dev.plantwright.engine.broker.codec.PacketWriter;
import dev.plantwright.engine.broker.codec.Properties;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** The bytes of a message in the log. */
public final class MessageFormat {
  private static final int RETAIN = 4;

  private MessageFormat() {}

  public static void write(ByteBuf out, Message message) {
    out.writeByte(message.qos() | (message.retain() ? RETAIN : 0));
    out.writeLong(message.publishedAt());
    out.writeLong(message.expiresAt());
    text(out, message.topic());
    text(out, message.publisher());
    PacketWriter.writeProperties(out, message.properties());
    out.writeBytes(message.payload());
  }

  /**
   * Reads what {@link #write} wrote, to the end of the buffer.
   *
   * @throws RuntimeException if the bytes are not a message
   */
  public static Message read(ByteBuf in) {
    int flags = in.readByte();
    long publishedAt = in.readLong();
    long expiresAt = in.readLong();
    String topic = text(in);
    String publisher = text(in);
    Properties properties = PacketWriter.readProperties(in);
    byte[] payload = new byte[in.readableBytes()];
    in.readBytes(payload);
    return new Message(
        topic,
        payload,
        flags & 3,
        (flags & RETAIN) != 0,
        publisher,
        properties,
        publishedAt,
        expiresAt);
  }

  /** A text with its length before it. */
  public static void text(ByteBuf out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length).writeBytes(bytes);
  }

  /** Reads what {@link #text(ByteBuf, String)} wrote. */
  public static String text(ByteBuf in) {
    return in.readCharSequence(in.readUnsignedShort(), StandardCharsets.UTF_8).toString();
  }
}
