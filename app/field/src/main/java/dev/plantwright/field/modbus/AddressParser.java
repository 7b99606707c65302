package dev.plantwright.field.modbus;

import dev.plantwright.field.DataType;
import java.util.Optional;

/** Reads one address from left to right; strict for people, lenient as Neuron is for its API. */
final class AddressParser {
  private static final int BAD_ADDRESS = 2205;
  private static final int BAD_TYPE = 2204;
  private static final int LAST = 65535;
  private static final int MOST_CHARACTERS = 127;
  private static final int MOST_BYTES = 128;

  private final String text;
  private final DataType type;
  private final int base;
  private final boolean strict;
  private int at;

  AddressParser(String text, DataType type, int base, boolean strict) {
    this.text = text;
    this.type = type;
    this.base = base;
    this.strict = strict;
  }

  /** Ends the reading at the first mistake; never leaves the parser. */
  private static final class Mistake extends Exception {
    final ParsedAddress.Bad bad;

    Mistake(ParsedAddress.Bad bad) {
      super(bad.message(), null, false, false);
      this.bad = bad;
    }
  }

  ParsedAddress parse() {
    try {
      return new ParsedAddress.Good(address());
    } catch (Mistake mistake) {
      return mistake.bad;
    }
  }

  private ModbusAddress address() throws Mistake {
    int unit = unit();
    ModbusArea area = area();
    int offset = offset(area);
    checkType(area);
    int bit = ModbusAddress.NO_BIT;
    int length = 0;
    StringOrder strings = StringOrder.H;
    switch (type) {
      case BIT -> bit = bit(area);
      case STRING -> {
        length = length(MOST_CHARACTERS, "characters");
        strings = strings();
      }
      case BYTES -> length = evenLength();
      default -> skipDot();
    }
    ByteOrder order = order();
    if (strict && at < text.length()) {
      throw mistake(at, "\"" + text.substring(at) + "\" at the end has no meaning: remove it.");
    }
    int count = new ModbusAddress(unit, area, offset, bit, length, strings, order).count(type);
    if (strict && offset + count - 1 > LAST) {
      throw mistake(0, "%s registers do not fit: the last address is %d.", count, LAST + base);
    }
    return new ModbusAddress(unit, area, offset, bit, length, strings, order);
  }

  private int unit() throws Mistake {
    int start = at;
    long unit = number("the unit, 0 to 255, then \"!\", as in 1!400001");
    if (at >= text.length() || text.charAt(at) != '!') {
      throw mistake(at, "After the unit comes \"!\", as in 1!400001.");
    }
    at++;
    if (strict && unit > 255) {
      throw mistake(start, "There is no unit %d: units are 0 to 255.", unit);
    }
    return (int) (unit & 0xFF);
  }

  private ModbusArea area() throws Mistake {
    if (at >= text.length()) {
      throw mistake(at, "After \"!\" comes the area: 0 coils, 1 inputs, 3 or 4 registers.");
    }
    Optional<ModbusArea> area = ModbusArea.ofDigit(text.charAt(at));
    if (area.isEmpty()) {
      throw mistake(
          at, "There is no area \"%s\": 0 coils, 1 inputs, 3 or 4 registers.", text.charAt(at));
    }
    at++;
    return area.get();
  }

  private int offset(ModbusArea area) throws Mistake {
    int start = at;
    long number = number("the number of the " + area.words());
    if (number == 0 && base == 1) {
      if (strict) {
        throw mistake(start, "Numbers start at 1 in this node: there is no %s 0.", area.words());
      }
      return 0;
    }
    if (number > LAST + base) {
      throw mistake(
          start, "There is no %s %d: the last one is %d.", area.words(), number, LAST + base);
    }
    return (int) number - base;
  }

  private void checkType(ModbusArea area) throws Mistake {
    boolean fits =
        switch (type) {
          case BIT -> true;
          case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, FLOAT, DOUBLE ->
              area.registers();
          case STRING, BYTES, WORD, DWORD, LWORD, TIME, DATE_AND_TIME -> area.registers();
          default -> false;
        };
    if (fits) {
      return;
    }
    String message =
        area.registers() || type == DataType.BOOL
            ? type + " does not exist on Modbus" + (type == DataType.BOOL ? ": use BIT." : ".")
            : "A %s holds a BIT, not %s.".formatted(area.words(), type);
    throw new Mistake(new ParsedAddress.Bad(BAD_TYPE, 1, message));
  }

  private int bit(ModbusArea area) throws Mistake {
    if (at >= text.length() || text.charAt(at) != '.') {
      if (strict && area.registers()) {
        throw mistake(at, "Which bit of the register? Write .0 to .15 behind it.");
      }
      return area.registers() ? 0 : ModbusAddress.NO_BIT;
    }
    int start = at++;
    long bit = number("the bit, 0 to 15");
    if (strict && !area.registers()) {
      throw mistake(start, "A %s is a bit already: remove .%d.", area.words(), bit);
    }
    if (bit > 15) {
      throw mistake(start, "There is no bit %d: registers have bits 0 to 15.", bit);
    }
    return area.registers() ? (int) bit : ModbusAddress.NO_BIT;
  }

  private int length(int most, String what) throws Mistake {
    if (at >= text.length() || text.charAt(at) != '.') {
      throw mistake(at, "How long? Write the number of %s behind it, as in .10", what);
    }
    int start = at++;
    long length = number("the number of " + what);
    if (length < 1 || length > most) {
      throw mistake(start, "%d %s are not possible: 1 to %d are.", length, what, most);
    }
    return (int) length;
  }

  private int evenLength() throws Mistake {
    int start = at;
    int length = length(MOST_BYTES, "bytes");
    if (length % 2 != 0) {
      throw mistake(start, "Registers have two bytes: %d is odd, write %d.", length, length + 1);
    }
    return length;
  }

  private StringOrder strings() {
    if (at < text.length()) {
      char letter = text.charAt(at);
      for (StringOrder order : StringOrder.values()) {
        if (order.name().charAt(0) == letter) {
          at++;
          return order;
        }
      }
    }
    return StringOrder.H;
  }

  private void skipDot() throws Mistake {
    if (at < text.length() && text.charAt(at) == '.') {
      if (strict) {
        throw mistake(at, "%s has neither bits nor a length: remove \"%s\".", type, rest());
      }
      at = Math.max(text.indexOf('#', at), at);
    }
  }

  private ByteOrder order() throws Mistake {
    if (at >= text.length() || text.charAt(at) != '#') {
      return ByteOrder.NODE;
    }
    Optional<ByteOrder> order = ByteOrder.ofSuffix(text.substring(at));
    int bytes = type.bytes();
    if (strict && order.filter(known -> known.fits(bytes)).isEmpty()) {
      throw mistake(at, "There is no byte order \"%s\" for %s: %s.", rest(), type, orders(bytes));
    }
    at = text.length();
    return order.orElse(ByteOrder.NODE);
  }

  private static String orders(int bytes) {
    return switch (bytes) {
      case 2 -> "#L and #B are possible";
      case 4 -> "#LL, #LB, #BB and #BL are possible";
      case 8 -> "#L, #B, #LL, #LB, #BB, #BL, #WS and #WR are possible";
      default -> "it has none";
    };
  }

  private long number(String what) throws Mistake {
    int start = at;
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = Math.min(value * 10 + (text.charAt(at) - '0'), Integer.MAX_VALUE);
      at++;
    }
    if (at == start) {
      throw mistake(start, "Here belongs %s.", what);
    }
    return value;
  }

  private String rest() {
    return text.substring(at);
  }

  private static Mistake mistake(int at, String message, Object... arguments) {
    return new Mistake(new ParsedAddress.Bad(BAD_ADDRESS, at + 1, message.formatted(arguments)));
  }
}
