package dev.plantwright.field.modbus;

/**
 * A run of registers or bits of one unit and area.
 *
 * @param start from 0
 */
public record Extent(int unit, ModbusArea area, int start, int count) {
  public int end() {
    return start + count;
  }
}
