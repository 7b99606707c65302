package dev.plantwright.simulator.modbus;

import dev.plantwright.field.modbus.ModbusArea;
import java.nio.ByteBuffer;

/**
 * Answers requests to one unit as the Modbus application protocol 1.1b3 says: function, quantity,
 * address and byte count are checked in this order, so that each mistake has its own exception.
 * Functions 1 to 6, 15, 16, 22 and 23. Confined to the thread of the memory.
 */
final class RequestHandler {
  private static final int READ_BITS = 2000;
  private static final int READ_REGISTERS = 125;
  private static final int WRITE_BITS = 1968;
  private static final int WRITE_REGISTERS = 123;
  private static final int READ_WRITE_REGISTERS = 121;
  private static final int ON = 0xFF00;

  /** Told what a request wrote, before the answer goes out. */
  interface Written {
    void wrote(ModbusArea area, int start, int count);
  }

  private final RegisterImage image;
  private final Written written;

  RequestHandler(RegisterImage image, Written written) {
    this.image = image;
    this.written = written;
  }

  /** The answer, exceptions included. */
  ByteBuffer answer(ByteBuffer request) {
    int function = request.hasRemaining() ? request.get() & 0xFF : 0;
    try {
      return handle(function, request).flip();
    } catch (ModbusException e) {
      return exception(function, e.code());
    }
  }

  static ByteBuffer exception(int function, int code) {
    return ByteBuffer.allocate(2).put((byte) (function | 0x80)).put((byte) code).flip();
  }

  private ByteBuffer handle(int function, ByteBuffer request) throws ModbusException {
    return switch (function) {
      case 1 -> readBits(function, ModbusArea.COIL, request);
      case 2 -> readBits(function, ModbusArea.DISCRETE_INPUT, request);
      case 3 -> readRegisters(function, ModbusArea.HOLDING_REGISTER, request);
      case 4 -> readRegisters(function, ModbusArea.INPUT_REGISTER, request);
      case 5 -> writeCoil(function, request);
      case 6 -> writeRegister(function, request);
      case 15 -> writeCoils(function, request);
      case 16 -> writeRegisters(function, request);
      case 22 -> maskWrite(function, request);
      case 23 -> readWrite(function, request);
      default -> throw new ModbusException(ModbusException.ILLEGAL_FUNCTION);
    };
  }

  private ByteBuffer readBits(int function, ModbusArea area, ByteBuffer request)
      throws ModbusException {
    int start = number(request);
    int count = quantity(request, READ_BITS);
    ended(request);
    check(area, start, count);
    int bytes = (count + 7) / 8;
    byte[] data = new byte[bytes];
    for (int i = 0; i < count; i++) {
      data[i / 8] |= (byte) (image.bit(area, start + i) ? 1 << i % 8 : 0);
    }
    return ByteBuffer.allocate(2 + bytes).put((byte) function).put((byte) bytes).put(data);
  }

  private ByteBuffer readRegisters(int function, ModbusArea area, ByteBuffer request)
      throws ModbusException {
    int start = number(request);
    int count = quantity(request, READ_REGISTERS);
    ended(request);
    check(area, start, count);
    return registers(function, area, start, count);
  }

  private ByteBuffer registers(int function, ModbusArea area, int start, int count) {
    return ByteBuffer.allocate(2 + count * 2)
        .put((byte) function)
        .put((byte) (count * 2))
        .put(image.table(area), start * 2, count * 2);
  }

  private ByteBuffer writeCoil(int function, ByteBuffer request) throws ModbusException {
    int at = number(request);
    int value = number(request);
    ended(request);
    if (value != 0 && value != ON) {
      throw new ModbusException(ModbusException.ILLEGAL_VALUE);
    }
    check(ModbusArea.COIL, at, 1);
    image.putBit(ModbusArea.COIL, at, value == ON);
    written.wrote(ModbusArea.COIL, at, 1);
    return echo(function, at, value);
  }

  private ByteBuffer writeRegister(int function, ByteBuffer request) throws ModbusException {
    int at = number(request);
    int value = number(request);
    ended(request);
    check(ModbusArea.HOLDING_REGISTER, at, 1);
    image.putRegister(ModbusArea.HOLDING_REGISTER, at, value);
    written.wrote(ModbusArea.HOLDING_REGISTER, at, 1);
    return echo(function, at, value);
  }

  private ByteBuffer writeCoils(int function, ByteBuffer request) throws ModbusException {
    int start = number(request);
    int count = quantity(request, WRITE_BITS);
    byte[] data = data(request, (count + 7) / 8);
    ended(request);
    check(ModbusArea.COIL, start, count);
    for (int i = 0; i < count; i++) {
      image.putBit(ModbusArea.COIL, start + i, (data[i / 8] >> i % 8 & 1) == 1);
    }
    written.wrote(ModbusArea.COIL, start, count);
    return echo(function, start, count);
  }

  private ByteBuffer writeRegisters(int function, ByteBuffer request) throws ModbusException {
    int start = number(request);
    int count = quantity(request, WRITE_REGISTERS);
    byte[] data = data(request, count * 2);
    ended(request);
    check(ModbusArea.HOLDING_REGISTER, start, count);
    put(start, count, data);
    return echo(function, start, count);
  }

  private void put(int start, int count, byte[] data) {
    image.putRegisters(ModbusArea.HOLDING_REGISTER, start, data, 0, count);
    written.wrote(ModbusArea.HOLDING_REGISTER, start, count);
  }

  private ByteBuffer maskWrite(int function, ByteBuffer request) throws ModbusException {
    int at = number(request);
    int and = number(request);
    int or = number(request);
    ended(request);
    check(ModbusArea.HOLDING_REGISTER, at, 1);
    int value = image.register(ModbusArea.HOLDING_REGISTER, at) & and | or & ~and;
    image.putRegister(ModbusArea.HOLDING_REGISTER, at, value);
    written.wrote(ModbusArea.HOLDING_REGISTER, at, 1);
    return ByteBuffer.allocate(7)
        .put((byte) function)
        .putShort((short) at)
        .putShort((short) and)
        .putShort((short) or);
  }

  private ByteBuffer readWrite(int function, ByteBuffer request) throws ModbusException {
    int readStart = number(request);
    int readCount = quantity(request, READ_REGISTERS);
    int writeStart = number(request);
    int writeCount = quantity(request, READ_WRITE_REGISTERS);
    byte[] data = data(request, writeCount * 2);
    ended(request);
    check(ModbusArea.HOLDING_REGISTER, readStart, readCount);
    check(ModbusArea.HOLDING_REGISTER, writeStart, writeCount);
    put(writeStart, writeCount, data);
    return registers(function, ModbusArea.HOLDING_REGISTER, readStart, readCount);
  }

  private static ByteBuffer echo(int function, int first, int second) {
    return ByteBuffer.allocate(5)
        .put((byte) function)
        .putShort((short) first)
        .putShort((short) second);
  }

  private static int number(ByteBuffer request) throws ModbusException {
    if (request.remaining() < 2) {
      throw new ModbusException(ModbusException.ILLEGAL_VALUE);
    }
    return request.getShort() & 0xFFFF;
  }

  private static int quantity(ByteBuffer request, int most) throws ModbusException {
    int quantity = number(request);
    if (quantity < 1 || quantity > most) {
      throw new ModbusException(ModbusException.ILLEGAL_VALUE);
    }
    return quantity;
  }

  /** The byte count, which must be right, and the bytes. */
  private static byte[] data(ByteBuffer request, int bytes) throws ModbusException {
    int count = request.hasRemaining() ? request.get() & 0xFF : -1;
    if (count != bytes || request.remaining() < bytes) {
      throw new ModbusException(ModbusException.ILLEGAL_VALUE);
    }
    byte[] data = new byte[bytes];
    request.get(data);
    return data;
  }

  private static void ended(ByteBuffer request) throws ModbusException {
    if (request.hasRemaining()) {
      throw new ModbusException(ModbusException.ILLEGAL_VALUE);
    }
  }

  private void check(ModbusArea area, int start, int count) throws ModbusException {
    if (!image.has(area, start, count)) {
      throw new ModbusException(ModbusException.ILLEGAL_ADDRESS);
    }
  }
}
