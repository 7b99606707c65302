package dev.plantwright.field.modbus;

import dev.plantwright.field.DataType;
import dev.plantwright.field.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Between registers and values. Registers are bytes as on the wire, two a register, high byte
 * first; bits are packed, the first in the lowest bit of the first byte.
 *
 * <p>INT8 and UINT8 are the high byte of their register and WORD, DWORD, LWORD, TIME and
 * DATE_AND_TIME have their lowest byte first, as Neuron reads them.
 */
public final class ModbusCodec {
  private ModbusCodec() {}

  /**
   * @param data a block that was read
   * @param start address of the block's first register or bit
   * @throws IndexOutOfBoundsException if the block does not hold the value
   */
  public static Value decode(
      ModbusAddress address, DataType type, NodeOrder node, byte[] data, int start) {
    int at = address.offset() - start;
    if (!address.area().registers()) {
      return new Value.Whole(data[at / 8] >> (at % 8) & 1);
    }
    int from = at * 2;
    int to = from + address.count(type) * 2;
    if (from < 0 || to > data.length) {
      throw new IndexOutOfBoundsException(
          "%s is not in the %d bytes from %d".formatted(address, data.length, start));
    }
    return registers(address, type, node, Arrays.copyOfRange(data, from, to));
  }

  private static Value registers(
      ModbusAddress address, DataType type, NodeOrder node, byte[] bytes) {
    return switch (type) {
      case BIT, BOOL -> bit(address, bytes);
      case STRING -> text(address, bytes);
      case BYTES -> new Value.Bytes(Arrays.copyOf(bytes, address.length()));
      case INT8 -> new Value.Whole(bytes[0]);
      case UINT8 -> new Value.Whole(bytes[0] & 0xFF);
      case INT16 -> new Value.Whole((short) number(bytes, address, node));
      case UINT16 -> new Value.Whole(number(bytes, address, node));
      case INT32 -> new Value.Whole((int) number(bytes, address, node));
      case UINT32 -> new Value.Whole(number(bytes, address, node));
      case INT64 -> new Value.Whole(number(bytes, address, node));
      case UINT64 -> new Value.Unsigned(number(bytes, address, node));
      case FLOAT -> new Value.Real(Float.intBitsToFloat((int) number(bytes, address, node)));
      case DOUBLE -> new Value.Real(Double.longBitsToDouble(number(bytes, address, node)));
      case WORD, DWORD, TIME, DATE_AND_TIME -> new Value.Whole(lowestFirst(bytes));
      case LWORD -> new Value.Unsigned(lowestFirst(bytes));
      default -> throw new IllegalArgumentException(type + " does not exist on Modbus");
    };
  }

  private static Value bit(ModbusAddress address, byte[] bytes) {
    int bit = Math.max(address.bit(), 0);
    int register = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    return new Value.Whole(register >> bit & 1);
  }

  private static long number(byte[] bytes, ModbusAddress address, NodeOrder node) {
    long value = 0;
    for (int at : address.order().permutation(bytes.length, node)) {
      value = value << 8 | bytes[at] & 0xFF;
    }
    return value;
  }

  private static long lowestFirst(byte[] bytes) {
    long value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = value << 8 | bytes[i] & 0xFF;
    }
    return value;
  }

  private static Value text(ModbusAddress address, byte[] registers) {
    byte[] bytes = characters(address, registers);
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    try {
      return new Value.Text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString());
    } catch (CharacterCodingException e) {
      return new Value.Text("?");
    }
  }

  /** Whole registers, so an odd length of two characters a register gives one more. */
  private static byte[] characters(ModbusAddress address, byte[] registers) {
    return switch (address.strings()) {
      case H -> registers;
      case L -> swapped(registers);
      case D -> everyOther(registers, 1);
      case E -> everyOther(registers, 0);
    };
  }

  private static byte[] swapped(byte[] bytes) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = bytes[i ^ 1];
    }
    return result;
  }

  private static byte[] everyOther(byte[] registers, int first) {
    byte[] result = new byte[registers.length / 2];
    for (int i = 0; i < result.length; i++) {
      result[i] = registers[2 * i + first];
    }
    return result;
  }

  /**
   * The registers of a device value, or for an area of bits and for a bit of a register one byte
   * that is 0 or 1. Strings are cut and padded with NUL to their length rounded up to whole
   * registers.
   *
   * @throws IllegalArgumentException if the value is not of the type
   */
  public static byte[] encode(ModbusAddress address, DataType type, NodeOrder node, Value value) {
    return switch (value) {
      case Value.Whole(long whole) ->
          type == DataType.BIT ? new byte[] {(byte) whole} : whole(address, type, node, whole);
      case Value.Unsigned(long bits) -> whole(address, type, node, bits);
      case Value.Real(double real) -> real(address, type, node, real);
      case Value.Text(String text) when type == DataType.STRING -> text(address, text);
      case Value.Bytes(byte[] bytes) when type == DataType.BYTES ->
          Arrays.copyOf(Arrays.copyOf(bytes, address.length()), address.count(type) * 2);
      case Value.Text _, Value.Bytes _, Value.Bool _ -> throw unfit(type, value);
    };
  }

  private static byte[] whole(ModbusAddress address, DataType type, NodeOrder node, long value) {
    return switch (type) {
      case INT8, UINT8 -> new byte[] {(byte) value, 0};
      case INT16, UINT16, INT32, UINT32, INT64, UINT64 ->
          number(address, type.bytes(), node, value);
      case WORD, DWORD, LWORD, TIME, DATE_AND_TIME -> lowestFirst(type.bytes(), value);
      case FLOAT, DOUBLE -> real(address, type, node, value);
      default -> throw unfit(type, new Value.Whole(value));
    };
  }

  private static byte[] real(ModbusAddress address, DataType type, NodeOrder node, double value) {
    return switch (type) {
      case FLOAT -> number(address, 4, node, Float.floatToRawIntBits((float) value));
      case DOUBLE -> number(address, 8, node, Double.doubleToRawLongBits(value));
      default -> throw unfit(type, new Value.Real(value));
    };
  }

  private static byte[] number(ModbusAddress address, int bytes, NodeOrder node, long value) {
    int[] order = address.order().permutation(bytes, node);
    byte[] result = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      result[order[i]] = (byte) (value >> 8 * (bytes - 1 - i));
    }
    return result;
  }

  private static byte[] lowestFirst(int bytes, long value) {
    byte[] result = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      result[i] = (byte) (value >> 8 * i);
    }
    return result;
  }

  private static byte[] text(ModbusAddress address, String text) {
    int registers = address.strings().registers(address.length());
    byte[] characters = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), address.length());
    return switch (address.strings()) {
      case H -> Arrays.copyOf(characters, registers * 2);
      case L -> swapped(Arrays.copyOf(characters, registers * 2));
      case D -> spread(characters, 1);
      case E -> spread(characters, 0);
    };
  }

  private static byte[] spread(byte[] characters, int first) {
    byte[] result = new byte[characters.length * 2];
    for (int i = 0; i < characters.length; i++) {
      result[2 * i + first] = characters[i];
    }
    return result;
  }

  private static IllegalArgumentException unfit(DataType type, Value value) {
    return new IllegalArgumentException(value + " is no value of type " + type);
  }
}
