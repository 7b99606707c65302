package dev.plantwright.engine.gateway.driver;

import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.field.Value;
import java.util.Optional;

/**
 * What was read for one tag.
 *
 * @param code Neuron's error number, 0 for a good value
 * @param value as it is shown, after scaling; empty if it is not good
 * @param raw bytes of the device; empty if there are none
 * @param millis when, since the epoch
 */
public record TagReading(int code, Optional<Value> value, byte[] raw, long millis) {
  private static final byte[] NOTHING = {};

  /** A number that JSON has no text for, NaN or infinite, is an error as in Neuron. */
  public static TagReading of(Value value, byte[] raw, long millis) {
    if (value instanceof Value.Real(double number) && !Double.isFinite(number)) {
      return new TagReading(Code.VALUE_UNUSABLE, Optional.empty(), raw, millis);
    }
    return new TagReading(Code.OK, Optional.of(value), raw, millis);
  }

  public static TagReading bad(int code, long millis) {
    return new TagReading(code, Optional.empty(), NOTHING, millis);
  }

  public boolean good() {
    return code == Code.OK;
  }
}
