package dev.plantwright.plant.simulation;

import dev.plantwright.field.DataType;
import dev.plantwright.field.Scaling;
import dev.plantwright.field.modbus.ModbusAddress;

/**
 * Where a point is seen by clients: shown = device value * decimal + bias.
 *
 * @param text the address as written in the file
 */
public record Register(String text, ModbusAddress address, DataType type, Scaling scaling) {
  /** Whether its values are texts. */
  public boolean holdsText() {
    return type == DataType.STRING;
  }
}
