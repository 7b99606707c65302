package dev.plantwright.simulator.modbus;

import dev.plantwright.field.modbus.ModbusArea;
import java.util.EnumMap;
import java.util.Map;

/**
 * The four tables of one unit, as bytes of the wire: registers with the high byte first, bits
 * packed from the lowest. A table ends with the last point that lies in it. Confined to one thread.
 */
public final class RegisterImage {
  private final Map<ModbusArea, Integer> sizes;
  private final Map<ModbusArea, byte[]> tables = new EnumMap<>(ModbusArea.class);

  /**
   * @param sizes registers or bits a table; what is missing has none
   */
  RegisterImage(Map<ModbusArea, Integer> sizes) {
    this.sizes = Map.copyOf(sizes);
    for (ModbusArea area : ModbusArea.values()) {
      int size = size(area);
      tables.put(area, new byte[area.registers() ? size * 2 : (size + 7) / 8]);
    }
  }

  /** Registers or bits of a table. */
  int size(ModbusArea area) {
    return sizes.getOrDefault(area, 0);
  }

  /** The bytes of a table themselves. */
  byte[] table(ModbusArea area) {
    return tables.get(area);
  }

  boolean has(ModbusArea area, int start, int count) {
    return start >= 0 && count >= 0 && start + count <= size(area);
  }

  /** Writes whole registers. */
  void putRegisters(ModbusArea area, int start, byte[] bytes, int from, int count) {
    System.arraycopy(bytes, from, tables.get(area), start * 2, count * 2);
  }

  int register(ModbusArea area, int at) {
    byte[] table = tables.get(area);
    return (table[at * 2] & 0xFF) << 8 | table[at * 2 + 1] & 0xFF;
  }

  void putRegister(ModbusArea area, int at, int value) {
    byte[] table = tables.get(area);
    table[at * 2] = (byte) (value >> 8);
    table[at * 2 + 1] = (byte) value;
  }

  boolean bit(ModbusArea area, int at) {
    return (tables.get(area)[at / 8] >> at % 8 & 1) == 1;
  }

  void putBit(ModbusArea area, int at, boolean on) {
    byte[] table = tables.get(area);
    int mask = 1 << at % 8;
    table[at / 8] = (byte) (on ? table[at / 8] | mask : table[at / 8] & ~mask);
  }
}
