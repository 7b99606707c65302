package dev.plantwright.engine.gateway.driver.modbus;

import dev.plantwright.engine.gateway.driver.Device.TagWrite;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ModbusArea;
import dev.plantwright.field.modbus.ModbusCodec;
import dev.plantwright.field.modbus.NodeOrder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One write on the wire: a coil by function 5, several by 15, a register by 6, several by 16.
 *
 * @param data a byte of 0 or 1 for each coil, two bytes for each register
 */
record WriteRequest(int unit, ModbusArea area, int start, byte[] data) {
  private static final int ON = 0xFF00;
  private static final int MOST_COILS = 1968;
  private static final int MOST_REGISTERS = 123;

  /**
   * Coils first, neighbours in one request. Of two values for one address the later one is written
   * last.
   */
  static List<WriteRequest> plan(List<TagWrite> writes, int base, NodeOrder order) {
    List<WriteRequest> single = new ArrayList<>();
    for (TagWrite write : writes) {
      ModbusAddress address = ReadPlan.address(write.tag(), base);
      byte[] data = ModbusCodec.encode(address, write.tag().type(), order, write.value());
      single.add(new WriteRequest(address.unit(), address.area(), address.offset(), data));
    }
    single.sort(
        Comparator.comparing(WriteRequest::area)
            .thenComparingInt(WriteRequest::unit)
            .thenComparingInt(WriteRequest::start));
    List<WriteRequest> merged = new ArrayList<>();
    for (WriteRequest next : single) {
      if (!merged.isEmpty() && merged.getLast().joins(next)) {
        merged.add(merged.removeLast().join(next));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  private int count() {
    return area.registers() ? data.length / 2 : data.length;
  }

  private boolean joins(WriteRequest next) {
    int most = area.registers() ? MOST_REGISTERS : MOST_COILS;
    return next.unit == unit
        && next.area == area
        && next.start == start + count()
        && count() + next.count() <= most;
  }

  private WriteRequest join(WriteRequest next) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(data);
    both.writeBytes(next.data);
    return new WriteRequest(unit, area, start, both.toByteArray());
  }

  byte[] pdu() {
    ByteArrayOutputStream pdu = new ByteArrayOutputStream();
    int count = count();
    pdu.write(function());
    word(pdu, start);
    if (count == 1) {
      word(pdu, area.registers() ? (data[0] & 0xFF) << 8 | data[1] & 0xFF : data[0] * ON);
    } else {
      word(pdu, count);
      byte[] values = area.registers() ? data : packed();
      pdu.write(values.length);
      pdu.writeBytes(values);
    }
    return pdu.toByteArray();
  }

  private int function() {
    if (area.registers()) {
      return count() == 1 ? 6 : 16;
    }
    return count() == 1 ? 5 : 15;
  }

  private byte[] packed() {
    byte[] bits = new byte[(data.length + 7) / 8];
    for (int i = 0; i < data.length; i++) {
      bits[i / 8] |= (byte) (data[i] << i % 8);
    }
    return bits;
  }

  /** Whether the answer repeats what was written: address and value, or address and count. */
  boolean confirmedBy(byte[] response) {
    byte[] request = pdu();
    if (response.length != 5) {
      return false;
    }
    for (int i = 0; i < 5; i++) {
      if (response[i] != request[i]) {
        return false;
      }
    }
    return true;
  }

  String words() {
    return "write %s %d, %d in all (function %d)"
        .formatted(area.words(), start, count(), function());
  }

  private static void word(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }
}
