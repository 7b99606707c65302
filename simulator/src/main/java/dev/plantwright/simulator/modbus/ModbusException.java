package dev.plantwright.simulator.modbus;

/** Ends the handling of a request with an exception answer; never leaves this package. */
final class ModbusException extends Exception {
  static final int ILLEGAL_FUNCTION = 1;
  static final int ILLEGAL_ADDRESS = 2;
  static final int ILLEGAL_VALUE = 3;

  private final int code;

  ModbusException(int code) {
    super("exception " + code, null, false, false);
    this.code = code;
  }

  int code() {
    return code;
  }
}
