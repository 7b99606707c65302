package dev.plantwright.field.modbus;

/** What came of reading an address. */
public sealed interface ParsedAddress {
  record Good(ModbusAddress address) implements ParsedAddress {}

  /**
   * The first mistake.
   *
   * @param code Neuron's error number: 2205 address not understood, 2204 type does not fit
   * @param column from 1, in UTF-16 units of the address; one behind the end if something is
   *     missing
   * @param message one sentence that says what is wrong and what is possible
   */
  record Bad(int code, int column, String message) implements ParsedAddress {}
}
