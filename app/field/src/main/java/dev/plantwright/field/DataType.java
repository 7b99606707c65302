package dev.plantwright.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Types of a tag, with the numbers that Neuron's API uses for them. */
public enum DataType {
  INT8(1, 1, "8-bit integer"),
  UINT8(2, 1, "8-bit unsigned integer"),
  INT16(3, 2, "16-bit integer"),
  UINT16(4, 2, "16-bit unsigned integer"),
  INT32(5, 4, "32-bit integer"),
  UINT32(6, 4, "32-bit unsigned integer"),
  INT64(7, 8, "64-bit integer"),
  UINT64(8, 8, "64-bit unsigned integer"),
  FLOAT(9, 4, "32-bit float"),
  DOUBLE(10, 8, "64-bit float"),
  BIT(11, 0, "bit"),
  BOOL(12, 0, "boolean"),
  STRING(13, 0, "string"),
  BYTES(14, 0, "bytes"),
  WORD(16, 2, "16-bit word"),
  DWORD(17, 4, "32-bit word"),
  LWORD(18, 8, "64-bit word"),
  TIME(20, 4, "time"),
  DATE_AND_TIME(21, 4, "date and time"),
  ARRAY_CHAR(22, 0, "array of characters"),
  ARRAY_INT8(23, 0, "array of 8-bit integers"),
  ARRAY_UINT8(24, 0, "array of 8-bit unsigned integers"),
  ARRAY_INT16(25, 0, "array of 16-bit integers"),
  ARRAY_UINT16(26, 0, "array of 16-bit unsigned integers"),
  ARRAY_INT32(27, 0, "array of 32-bit integers"),
  ARRAY_UINT32(28, 0, "array of 32-bit unsigned integers"),
  ARRAY_INT64(29, 0, "array of 64-bit integers"),
  ARRAY_UINT64(30, 0, "array of 64-bit unsigned integers"),
  ARRAY_FLOAT(31, 0, "array of 32-bit floats"),
  ARRAY_DOUBLE(32, 0, "array of 64-bit floats"),
  ARRAY_BOOL(33, 0, "array of booleans"),
  ARRAY_STRING(34, 0, "array of strings"),
  CUSTOM(40, 0, "JSON");

  private final int number;
  private final int bytes;
  private final String words;

  DataType(int number, int bytes, String words) {
    this.number = number;
    this.bytes = bytes;
    this.words = words;
  }

  /** The number in Neuron's API. */
  public int number() {
    return number;
  }

  /** Bytes of a value; 0 where that depends on the address (bits, strings, bytes, arrays). */
  public int bytes() {
    return bytes;
  }

  /** 16-bit registers that a value fills; 0 where that depends on the address. */
  public int registers() {
    return (bytes + 1) / 2;
  }

  /** The type in words, such as {@code 32-bit float}. */
  public String words() {
    return words;
  }

  public boolean isFloat() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whole numbers on the device, so that scaling turns them into floating-point numbers. */
  public boolean isInteger() {
    return switch (this) {
      case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, WORD, DWORD, LWORD -> true;
      default -> false;
    };
  }

  /** Whether precision, decimal and bias mean something for the type. */
  public boolean isNumber() {
    return isInteger() || isFloat();
  }

  public static Optional<DataType> ofNumber(long number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }

  /** The type of a name such as {@code INT16}, in any case. */
  public static Optional<DataType> ofName(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.name().equals(wanted)).findFirst();
  }
}
