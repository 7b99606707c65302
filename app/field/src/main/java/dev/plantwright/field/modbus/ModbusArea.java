package dev.plantwright.field.modbus;

import java.util.Arrays;
import java.util.Optional;

/** The four tables of a Modbus device. */
public enum ModbusArea {
  COIL('0', "coil", 1, false, true),
  DISCRETE_INPUT('1', "discrete input", 2, false, false),
  INPUT_REGISTER('3', "input register", 4, true, false),
  HOLDING_REGISTER('4', "holding register", 3, true, true);

  private final char digit;
  private final String words;
  private final int function;
  private final boolean registers;
  private final boolean writable;

  ModbusArea(char digit, String words, int function, boolean registers, boolean writable) {
    this.digit = digit;
    this.words = words;
    this.function = function;
    this.registers = registers;
    this.writable = writable;
  }

  /** First digit of a Neuron address. */
  public char digit() {
    return digit;
  }

  /** {@code holding register}. */
  public String words() {
    return words;
  }

  /** Function code that reads the area. */
  public int function() {
    return function;
  }

  /** Registers of 16 bits, or else single bits. */
  public boolean registers() {
    return registers;
  }

  public boolean writable() {
    return writable;
  }

  public static Optional<ModbusArea> ofDigit(char digit) {
    return Arrays.stream(values()).filter(area -> area.digit == digit).findFirst();
  }
}
