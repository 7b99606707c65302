package dev.plantwright.field;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Neuron's way from device values to shown ones and back: shown = device * decimal + bias. A factor
 * of 0 means none, and so does a bias of 0; the bias is not applied to written values.
 *
 * @param precision digits after the point that the text of a shown value has; 0: automatic
 */
public record Scaling(double decimal, double bias, int precision) {
  public static final Scaling NONE = new Scaling(0, 0, 0);

  /** Written values may miss a whole number by this much and still be taken for it. */
  private static final double WHOLE = 1e-6;

  private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  /** Whether shown values differ from device values. */
  public boolean scales() {
    return decimal != 0 || bias != 0;
  }

  /** The shown value; with a factor or a bias a number becomes {@link Value.Real}. */
  public Value toShown(Value device) {
    if (!scales()) {
      return device;
    }
    return switch (device) {
      case Value.Whole(long value) -> new Value.Real(scale(value));
      case Value.Unsigned(long bits) -> new Value.Real(scale(unsigned(bits)));
      case Value.Real(double value) -> new Value.Real(scale(value));
      case Value.Bool _, Value.Text _, Value.Bytes _ -> device;
    };
  }

  private double scale(double value) {
    return (decimal == 0 ? value : value * decimal) + bias;
  }

  static double unsigned(long bits) {
    return bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2.0;
  }

  /** What a device of that type would be sent for a written value, or why that cannot be. */
  public WriteCheck toDevice(DataType type, Value written) {
    return switch (type) {
      case BIT -> bit(written);
      case BOOL ->
          written instanceof Value.Bool
              ? new WriteCheck.Accepted(written)
              : wrongType(type, "true or false");
      case STRING ->
          written instanceof Value.Text
              ? new WriteCheck.Accepted(written)
              : wrongType(type, "a text");
      case BYTES -> bytes(written);
      case FLOAT, DOUBLE -> real(type, written);
      case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, WORD, DWORD, LWORD ->
          whole(type, written);
      case TIME, DATE_AND_TIME, CUSTOM, ARRAY_CHAR, ARRAY_INT8, ARRAY_UINT8, ARRAY_INT16 ->
          wrongType(type, "nothing: such tags cannot be written");
      case ARRAY_UINT16, ARRAY_INT32, ARRAY_UINT32, ARRAY_INT64, ARRAY_UINT64, ARRAY_FLOAT ->
          wrongType(type, "nothing: such tags cannot be written");
      case ARRAY_DOUBLE, ARRAY_BOOL, ARRAY_STRING ->
          wrongType(type, "nothing: such tags cannot be written");
    };
  }

  private static WriteCheck bit(Value written) {
    if (!(written instanceof Value.Whole(long value))) {
      return wrongType(DataType.BIT, "0 or 1");
    }
    return value == 0 || value == 1
        ? new WriteCheck.Accepted(written)
        : new WriteCheck.OutOfRange("A bit is 0 or 1, not " + value + ".");
  }

  private static WriteCheck bytes(Value written) {
    return switch (written) {
      case Value.Bytes bytes -> new WriteCheck.Accepted(bytes);
      case Value.Text(String text) ->
          new WriteCheck.Accepted(new Value.Bytes(text.getBytes(StandardCharsets.UTF_8)));
      case Value.Whole _, Value.Unsigned _, Value.Real _, Value.Bool _ ->
          wrongType(DataType.BYTES, "an array of numbers or a text");
    };
  }

  private WriteCheck real(DataType type, Value written) {
    return switch (written) {
      case Value.Whole(long value) -> new WriteCheck.Accepted(new Value.Real(unscale(value)));
      case Value.Unsigned(long bits) ->
          new WriteCheck.Accepted(new Value.Real(unscale(unsigned(bits))));
      case Value.Real(double value) -> new WriteCheck.Accepted(new Value.Real(unscale(value)));
      case Value.Bool _, Value.Text _, Value.Bytes _ -> wrongType(type, "a number");
    };
  }

  private double unscale(double value) {
    return decimal == 0 ? value : value / decimal;
  }

  private WriteCheck whole(DataType type, Value written) {
    if (decimal == 0) {
      return switch (written) {
        case Value.Whole(long value) -> inRange(type, BigInteger.valueOf(value));
        case Value.Unsigned(long bits) ->
            inRange(type, new BigInteger(Long.toUnsignedString(bits)));
        case Value.Real _, Value.Bool _, Value.Text _, Value.Bytes _ ->
            wrongType(type, "a whole number");
      };
    }
    return switch (written) {
      case Value.Whole(long value) -> integral(type, value / decimal);
      case Value.Unsigned(long bits) -> integral(type, unsigned(bits) / decimal);
      case Value.Real(double value) -> integral(type, value / decimal);
      case Value.Bool _, Value.Text _, Value.Bytes _ -> wrongType(type, "a number");
    };
  }

  private WriteCheck integral(DataType type, double device) {
    double whole = Math.rint(device);
    if (!(Math.abs(device - whole) <= WHOLE)) {
      return new WriteCheck.WrongType(
          "Divided by %s that is %s, and %s holds whole numbers only."
              .formatted(decimal, device, type));
    }
    return inRange(type, new java.math.BigDecimal(whole).toBigInteger());
  }

  private static WriteCheck inRange(DataType type, BigInteger value) {
    int bits = type.bytes() * 8;
    boolean signed =
        switch (type) {
          case INT8, INT16, INT32, INT64 -> true;
          default -> false;
        };
    BigInteger most = BigInteger.TWO.pow(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    BigInteger least = signed ? most.negate().subtract(BigInteger.ONE) : BigInteger.ZERO;
    if (bits == 64 && !signed) {
      // Neuron's JSON knows signed 64-bit numbers only: there -1 stands for the greatest one.
      least = BigInteger.valueOf(Long.MIN_VALUE);
      most = MAX_UNSIGNED;
    }
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      return new WriteCheck.OutOfRange(
          "%s holds %s to %s, not %s.".formatted(type, least, most, value));
    }
    return new WriteCheck.Accepted(
        bits == 64 && !signed
            ? new Value.Unsigned(value.longValue())
            : new Value.Whole(value.longValueExact()));
  }

  private static WriteCheck wrongType(DataType type, String wanted) {
    return new WriteCheck.WrongType(type + " takes " + wanted + ".");
  }
}
