package dev.plantwright.field;

import java.util.Arrays;
import java.util.HexFormat;

/** One value of a tag, as a device holds it or as it is shown after scaling. */
public sealed interface Value {
  /** Integers that fit a signed 64-bit number; a bit is 0 or 1. */
  record Whole(long value) implements Value {}

  /** A 64-bit unsigned number in the bits of a {@code long}. */
  record Unsigned(long bits) implements Value {
    @Override
    public String toString() {
      return Long.toUnsignedString(bits);
    }
  }

  /** A 32-bit or 64-bit floating-point number, or what scaling made of an integer. */
  record Real(double value) implements Value {}

  record Bool(boolean value) implements Value {}

  record Text(String value) implements Value {}

  /** Bytes in the order of the device; compared by content. */
  record Bytes(byte[] value) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(value);
    }
  }
}
