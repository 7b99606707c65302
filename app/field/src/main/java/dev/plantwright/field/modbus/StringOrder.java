package dev.plantwright.field.modbus;

/** How characters lie in registers. */
public enum StringOrder {
  /** Two a register, the first in the high byte. */
  H("two characters a register, high byte first"),
  /** Two a register, the first in the low byte. */
  L("two characters a register, low byte first"),
  /** One a register, in the low byte. */
  D("one character a register, in the low byte"),
  /** One a register, in the high byte. */
  E("one character a register, in the high byte");

  private final String words;

  StringOrder(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Registers that so many characters fill. */
  public int registers(int length) {
    return switch (this) {
      case H, L -> (length + 1) / 2;
      case D, E -> length;
    };
  }
}
