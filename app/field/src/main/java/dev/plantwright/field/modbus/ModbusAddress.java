package dev.plantwright.field.modbus;

import dev.plantwright.field.DataType;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value lies in a Modbus device: the canonical form, the same whether addresses are counted
 * from 0 or from 1 in what the user writes.
 *
 * @param unit 0 to 255
 * @param offset as on the wire, from 0 to 65535
 * @param bit 0 to 15 of a register, -1 for none
 * @param length characters of a string or bytes of a BYTES tag, 0 for other types
 * @param strings how characters lie in registers; {@link StringOrder#H} for other types
 */
public record ModbusAddress(
    int unit,
    ModbusArea area,
    int offset,
    int bit,
    int length,
    StringOrder strings,
    ByteOrder order) {
  public static final int NO_BIT = -1;

  /**
   * Reads Neuron's notation {@code UNIT!AREA NUMBER[.BIT | .LEN[H|L|D|E]][#ORDER]} and refuses what
   * Neuron would silently read as something else: rubbish at the end, unknown or unfitting orders,
   * number 0 where counting starts at 1, odd lengths of BYTES.
   *
   * @param base the number of the first address, 0 or 1
   */
  public static ParsedAddress parse(String text, DataType type, int base) {
    return new AddressParser(text, type, base, true).parse();
  }

  /** Reads an address as leniently as Neuron's own parser: what is behind the needed is ignored. */
  public static ParsedAddress parseLeniently(String text, DataType type, int base) {
    return new AddressParser(text, type, base, false).parse();
  }

  /** Neuron's notation with five digits, such as {@code 1!400001#LB}. */
  public String print(int base) {
    return print(base, 5);
  }

  String print(int base, int digits) {
    StringBuilder text = new StringBuilder();
    text.append(unit).append('!').append(area.digit());
    text.append(("%0" + digits + "d").formatted(offset + base));
    if (bit != NO_BIT) {
      text.append('.').append(bit);
    }
    if (length > 0) {
      text.append('.').append(length);
      if (strings != StringOrder.H) {
        text.append(strings);
      }
    }
    return text.append(order.suffix()).toString();
  }

  /** Registers, or bits in an area of bits, that a value of the type takes. */
  public int count(DataType type) {
    if (!area.registers()) {
      return 1;
    }
    return switch (type) {
      case STRING -> strings.registers(length);
      case BYTES -> (length + 1) / 2;
      case BIT, BOOL -> 1;
      default -> type.registers();
    };
  }

  /** The address in words for somebody who edits it; orders as in a node of its defaults. */
  public AddressExplanation explain(DataType type, int base) {
    return explain(type, base, NodeOrder.STANDARD);
  }

  /** The address in words for somebody who edits it. */
  public AddressExplanation explain(DataType type, int base, NodeOrder node) {
    List<AddressExplanation.Part> parts = new ArrayList<>();
    int number = offset + base;
    parts.add(new AddressExplanation.Part(Integer.toString(unit), "unit " + unit));
    parts.add(new AddressExplanation.Part("!", ""));
    String areaWord = area.words().split(" ")[0];
    parts.add(new AddressExplanation.Part(String.valueOf(area.digit()), areaWord));
    String what = area.registers() ? "register " : area.words() + " ";
    parts.add(new AddressExplanation.Part("%05d".formatted(number), what + number));
    if (bit != NO_BIT) {
      parts.add(new AddressExplanation.Part("." + bit, "bit " + bit));
    }
    if (length > 0) {
      String unitWord = type == DataType.STRING ? " characters" : " bytes";
      String suffix = strings == StringOrder.H ? "" : strings.toString();
      parts.add(new AddressExplanation.Part("." + length + suffix, length + unitWord));
    }
    int bytes = area.registers() && length == 0 && bit == NO_BIT ? type.bytes() : 0;
    String letters = bytes >= 2 ? order.letters(bytes, node) : "";
    if (order != ByteOrder.NODE) {
      String words = letters.isEmpty() ? "no meaning here" : "order " + letters;
      parts.add(new AddressExplanation.Part(order.suffix(), words));
    }
    return new AddressExplanation(
        parts,
        sentence(type, number, letters),
        area.function(),
        offset,
        count(type),
        alsoWritten(base));
  }

  private String sentence(DataType type, int number, String letters) {
    StringBuilder text = new StringBuilder("Unit %d, %s %d".formatted(unit, area.words(), number));
    if (bit != NO_BIT) {
      return text.append(", bit ").append(bit).append('.').toString();
    }
    if (!area.registers()) {
      return text.append('.').toString();
    }
    switch (type) {
      case STRING ->
          text.append(", string of %d characters, %s".formatted(length, strings.words()));
      case BYTES -> text.append(", %d bytes".formatted(length));
      case BIT -> text.append(", bit 0");
      default -> text.append(", ").append(type.words());
    }
    if (letters.length() >= 2) {
      text.append(", byte order ").append(letters);
    }
    return text.append('.').toString();
  }

  private List<String> alsoWritten(int base) {
    String usual = print(base);
    return List.of(print(base, 4), print(base, 1)).stream()
        .filter(form -> !form.equals(usual))
        .distinct()
        .toList();
  }
}
