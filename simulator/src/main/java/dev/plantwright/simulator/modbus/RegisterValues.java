package dev.plantwright.simulator.modbus;

import dev.plantwright.field.DataType;
import dev.plantwright.field.Value;
import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.Register;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Between the value of a point as the user sees it and the value that its registers hold. */
public final class RegisterValues {
  private static final MathContext FLOAT_DIGITS = new MathContext(9);
  private static final MathContext DIGITS = new MathContext(12);
  private static final double TWO_63 = 0x1p63;

  private RegisterValues() {}

  /**
   * What the registers hold.
   *
   * @param rollOver whether a number beyond the register starts again from its other end; else it
   *     stays at the end
   */
  static Value toDevice(Register register, PointValue value, boolean rollOver) {
    return switch (register.type()) {
      case STRING -> new Value.Text(value.text());
      case BIT -> new Value.Whole(value.number() != 0 ? 1 : 0);
      case FLOAT, DOUBLE -> new Value.Real(unscaled(register, value.number()));
      default -> whole(register.type(), unscaled(register, value.number()), rollOver);
    };
  }

  private static double unscaled(Register register, double shown) {
    double decimal = register.scaling().decimal();
    double unbiased = shown - register.scaling().bias();
    return decimal == 0 ? unbiased : unbiased / decimal;
  }

  private static Value whole(DataType type, double number, boolean rollOver) {
    double rounded = Math.rint(Double.isFinite(number) ? number : 0);
    return switch (type) {
      case INT64 -> new Value.Whole((long) rounded); // the cast stops at the ends
      case UINT64 -> new Value.Unsigned(unsigned(rounded));
      default -> new Value.Whole(fitting(type, (long) rounded, rollOver));
    };
  }

  private static long unsigned(double rounded) {
    if (rounded < TWO_63) {
      return Math.max((long) rounded, 0);
    }
    return rounded < 2 * TWO_63 ? (long) (rounded - TWO_63) + Long.MIN_VALUE : -1;
  }

  private static long fitting(DataType type, long number, boolean rollOver) {
    long span = 1L << type.bytes() * 8;
    long least = (long) least(type);
    return rollOver
        ? Math.floorMod(number - least, span) + least
        : Math.clamp(number, least, least + span - 1);
  }

  private static double least(DataType type) {
    return switch (type) {
      case INT16, INT32, INT64 -> -Math.pow(2, type.bytes() * 8 - 1);
      default -> 0;
    };
  }

  /** What the user sees of what the registers hold. */
  static PointValue toShown(Register register, Value device) {
    return switch (register.scaling().toShown(device)) {
      case Value.Text(String text) -> PointValue.of(text);
      case Value.Whole(long whole) -> PointValue.of((double) whole);
      case Value.Unsigned(long bits) ->
          PointValue.of(new BigInteger(Long.toUnsignedString(bits)).doubleValue());
      case Value.Real(double real) -> PointValue.of(tidy(register, real));
      case Value.Bool(boolean flag) -> PointValue.of(flag ? 1 : 0);
      case Value.Bytes bytes -> PointValue.of(bytes.toString());
    };
  }

  /** Without the digits that come from 32 bits and from multiplying by 0.1. */
  private static double tidy(Register register, double real) {
    if (!Double.isFinite(real)) {
      return real;
    }
    boolean single = register.type() == DataType.FLOAT;
    if (!register.scaling().scales()) {
      return single ? Double.parseDouble(Float.toString((float) real)) : real;
    }
    return new BigDecimal(real).round(single ? FLOAT_DIGITS : DIGITS).doubleValue();
  }

  /** Why a point cannot take a value, in one sentence; empty if it can. */
  public static Optional<String> refusal(Register register, PointValue value) {
    return switch (value) {
      case PointValue.Text(String text) -> textRefusal(register, text);
      case PointValue.Number(double number) -> numberRefusal(register, number);
    };
  }

  private static Optional<String> textRefusal(Register register, String text) {
    if (!register.holdsText()) {
      return Optional.of("This point is a %s and takes a number.".formatted(register.type()));
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    int most = register.address().length();
    return bytes <= most
        ? Optional.empty()
        : Optional.of("This point holds %d characters, not %d.".formatted(most, bytes));
  }

  private static Optional<String> numberRefusal(Register register, double number) {
    double device = unscaled(register, number);
    return switch (register.type()) {
      case STRING -> Optional.of("This point is a STRING and takes a text.");
      case BIT -> number == 0 || number == 1 ? Optional.empty() : Optional.of("A BIT is 0 or 1.");
      case DOUBLE -> Optional.empty();
      case FLOAT ->
          Double.isFinite((float) device)
              ? Optional.empty()
              : Optional.of("A FLOAT does not reach that far.");
      default -> wholeRefusal(register, number, device);
    };
  }

  private static Optional<String> wholeRefusal(Register register, double number, double device) {
    DataType type = register.type();
    double least = least(type);
    double most = least + Math.pow(2, type.bytes() * 8);
    double rounded = Math.rint(device);
    if (rounded < least || rounded >= most) {
      return Optional.of(
          "%s is outside of what this %s holds.".formatted(PointValue.of(number).text(), type));
    }
    boolean fraction = register.scaling().decimal() == 0 && device != rounded;
    return fraction ? Optional.of(type + " takes whole numbers.") : Optional.empty();
  }
}
