package dev.plantwright.field.modbus;

/**
 * How far reads are merged.
 *
 * @param registers most registers in a request, 125 by the protocol
 * @param bits most bits in a request, 2000 by the protocol
 * @param registerGap most unwanted registers between two wanted ones that are read along
 * @param bitGap the same for bits
 */
public record BlockLimits(int registers, int bits, int registerGap, int bitGap) {
  /** What the protocol allows; gaps that cost less than a request on a usual line. */
  public static final BlockLimits PROTOCOL = new BlockLimits(125, 2000, 16, 256);

  int most(ModbusArea area) {
    return area.registers() ? registers : bits;
  }

  int gap(ModbusArea area) {
    return area.registers() ? registerGap : bitGap;
  }
}
