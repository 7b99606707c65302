package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.live.Format;
import dev.plantwright.live.Value;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Values as the table shows them. */
final class Shown {
  private Shown() {}

  /**
   * A value of the gateway's API.
   *
   * @param precision decimals; 0: as they come
   */
  static Value of(JsonNode json) {
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      return new Value.Whole(json.asLong());
    }
    if (json.isNumber()) {
      return new Value.Real(json.asDouble());
    }
    if (json.isBoolean()) {
      return new Value.Flag(json.asBoolean());
    }
    if (json.isString()) {
      return new Value.Text(json.asString());
    }
    return json.isNull() || json.isMissingNode() ? Value.MISSING : new Value.Text(json.toString());
  }

  static String of(Value value, int precision) {
    return Format.value(value, precision > 0 ? OptionalInt.of(precision) : OptionalInt.empty());
  }

  /** As {@link #of}, but what is not 0 is not shown as 0. */
  static String exact(dev.plantwright.field.Value value, int precision) {
    boolean tiny =
        value instanceof dev.plantwright.field.Value.Real(double real)
            && real != 0
            && Math.abs(real) < Math.pow(10, -precision) / 2;
    return of(value, tiny ? 0 : precision);
  }

  /** A value that was decoded here. */
  static String of(dev.plantwright.field.Value value, int precision) {
    return switch (value) {
      case dev.plantwright.field.Value.Whole(long whole) -> of(new Value.Whole(whole), precision);
      case dev.plantwright.field.Value.Real(double real) -> of(new Value.Real(real), precision);
      case dev.plantwright.field.Value.Bool(boolean on) -> Boolean.toString(on);
      case dev.plantwright.field.Value.Text(String text) -> text;
      case dev.plantwright.field.Value.Unsigned unsigned -> unsigned.toString();
      case dev.plantwright.field.Value.Bytes bytes -> bytes.toString();
    };
  }
}
