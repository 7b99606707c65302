package dev.plantwright.engine.broker.codec;

import static dev.plantwright.engine.broker.codec.MalformedException.malformed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** Reads and writes the data types of the standard (section 1.5). */
final class Fields {
  private static final byte[] NO_BYTES = {};

  private Fields() {}

  static int readByte(ByteBuf in) throws MalformedException {
    need(in, 1);
    return in.readUnsignedByte();
  }

  static int readShort(ByteBuf in) throws MalformedException {
    need(in, 2);
    return in.readUnsignedShort();
  }

  static int readVariable(ByteBuf in) throws MalformedException {
    int value = 0;
    for (int shift = 0; shift <= 21; shift += 7) {
      int next = readByte(in);
      value |= (next & 0x7F) << shift;
      if (next < 0x80) {
        if (next == 0 && shift > 0) {
          throw malformed("a length is written with more bytes than it needs");
        }
        return value;
      }
    }
    throw malformed("a length has more than four bytes");
  }

  static byte[] readBinary(ByteBuf in) throws MalformedException {
    int length = readShort(in);
    need(in, length);
    return readBytes(in, length);
  }

  static byte[] readBytes(ByteBuf in, int length) {
    if (length == 0) {
      return NO_BYTES;
    }
    byte[] bytes = new byte[length];
    in.readBytes(bytes);
    return bytes;
  }

  static String readText(ByteBuf in) throws MalformedException {
    byte[] bytes = readBinary(in);
    boolean ascii = true;
    for (byte b : bytes) {
      if (b == 0) {
        throw malformed("a text holds the character U+0000");
      }
      ascii &= b > 0;
    }
    return ascii ? new String(bytes, StandardCharsets.ISO_8859_1) : strict(bytes);
  }

  private static String strict(byte[] bytes) throws MalformedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("a text is not UTF-8");
    }
  }

  static Properties readProperties(ByteBuf in, PropertyKind.Place place) throws MalformedException {
    int length = readVariable(in);
    need(in, length);
    if (length == 0) {
      return Properties.NONE;
    }
    ByteBuf part = in.readSlice(length);
    Properties.Builder builder = Properties.builder();
    Set<PropertyKind> seen = EnumSet.noneOf(PropertyKind.class);
    while (part.isReadable()) {
      PropertyKind kind = PropertyKind.of(readVariable(part), place);
      if (!seen.add(kind) && !kind.repeatable(place)) {
        throw MalformedException.protocol("property " + kind + " stands twice");
      }
      builder.add(readProperty(part, kind));
    }
    return builder.build();
  }

  private static Property readProperty(ByteBuf in, PropertyKind kind) throws MalformedException {
    return switch (kind.form) {
      case BYTE -> new Property.Whole(kind, checked(kind, readByte(in)));
      case TWO_BYTES -> new Property.Whole(kind, checked(kind, readShort(in)));
      case FOUR_BYTES -> {
        need(in, 4);
        yield new Property.Whole(kind, checked(kind, in.readUnsignedInt()));
      }
      case VARIABLE -> new Property.Whole(kind, checked(kind, readVariable(in)));
      case TEXT -> new Property.Text(kind, readText(in));
      case BINARY -> new Property.Binary(kind, readBinary(in));
      case PAIR -> new Property.User(readText(in), readText(in));
    };
  }

  private static long checked(PropertyKind kind, long value) throws MalformedException {
    boolean valid =
        switch (kind) {
          case RECEIVE_MAXIMUM, MAXIMUM_PACKET_SIZE, SUBSCRIPTION_IDENTIFIER -> value != 0;
          case PAYLOAD_FORMAT, REQUEST_PROBLEM_INFORMATION, REQUEST_RESPONSE_INFORMATION ->
              value <= 1;
          default -> true;
        };
    if (!valid) {
      throw MalformedException.protocol("property " + kind + " is " + value);
    }
    return value;
  }

  static void writeText(ByteBuf out, String text) {
    int length = ByteBufUtil.utf8Bytes(text);
    out.writeShort(length);
    ByteBufUtil.reserveAndWriteUtf8(out, text, length);
  }

  static void writeVariable(ByteBuf out, int value) {
    int rest = value;
    while (rest >= 0x80) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  static int variableSize(int value) {
    return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4;
  }

  static void writeProperties(ByteBuf out, Properties properties) {
    writeVariable(out, size(properties));
    for (Property property : properties.list()) {
      write(out, property);
    }
  }

  static int size(Properties properties) {
    int size = 0;
    for (Property property : properties.list()) {
      size += size(property);
    }
    return size;
  }

  private static int size(Property property) {
    return 1
        + switch (property) {
          case Property.Whole(PropertyKind kind, long value) ->
              switch (kind.form) {
                case BYTE -> 1;
                case TWO_BYTES -> 2;
                case VARIABLE -> variableSize((int) value);
                case FOUR_BYTES, TEXT, BINARY, PAIR -> 4;
              };
          case Property.Text(PropertyKind kind, String value) -> 2 + ByteBufUtil.utf8Bytes(value);
          case Property.Binary(PropertyKind kind, byte[] value) -> 2 + value.length;
          case Property.User(String name, String value) ->
              4 + ByteBufUtil.utf8Bytes(name) + ByteBufUtil.utf8Bytes(value);
        };
  }

  static void write(ByteBuf out, Property property) {
    out.writeByte(property.kind().code);
    switch (property) {
      case Property.Whole(PropertyKind kind, long value) -> {
        switch (kind.form) {
          case BYTE -> out.writeByte((int) value);
          case TWO_BYTES -> out.writeShort((int) value);
          case VARIABLE -> writeVariable(out, (int) value);
          case FOUR_BYTES, TEXT, BINARY, PAIR -> out.writeInt((int) value);
        }
      }
      case Property.Text(PropertyKind kind, String value) -> writeText(out, value);
      case Property.Binary(PropertyKind kind, byte[] value) ->
          out.writeShort(value.length).writeBytes(value);
      case Property.User(String name, String value) -> {
        writeText(out, name);
        writeText(out, value);
      }
    }
  }

  private static void need(ByteBuf in, int bytes) throws MalformedException {
    if (in.readableBytes() < bytes) {
      throw malformed("the packet ends in the middle of a field");
    }
  }
}
