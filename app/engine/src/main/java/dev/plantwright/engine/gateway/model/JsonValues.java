package dev.plantwright.engine.gateway.model;

import dev.plantwright.field.DataType;
import dev.plantwright.field.NumberText;
import dev.plantwright.field.Scaling;
import dev.plantwright.field.Value;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Values as JSON, digit by digit as Neuron writes them, and back. */
public final class JsonValues {
  private JsonValues() {}

  /**
   * @param padded floating-point numbers with trailing zeros up to their precision, as in uploads
   */
  public static JsonNode of(Tag tag, Value value, boolean padded) {
    return of(tag.type(), tag.scaling(), value, padded);
  }

  /** Without scaling and precision, as a test read answers. */
  public static JsonNode raw(DataType type, Value value) {
    if (value instanceof Value.Real(double number) && type == DataType.DOUBLE) {
      return JsonNodeFactory.instance.rawValueNode(new RawValue(NumberText.general(number)));
    }
    return of(type, Scaling.NONE, value, false);
  }

  private static JsonNode of(DataType type, Scaling scaling, Value value, boolean padded) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (value) {
      case Value.Whole(long number) -> make.numberNode(number);
      case Value.Unsigned(long bits) ->
          make.numberNode(new BigInteger(Long.toUnsignedString(bits)));
      case Value.Real(double number) ->
          make.rawValueNode(new RawValue(NumberText.of(number, type, scaling, padded)));
      case Value.Bool(boolean flag) -> make.booleanNode(flag);
      case Value.Text(String text) -> make.stringNode(text);
      case Value.Bytes(byte[] bytes) -> bytes(bytes);
    };
  }

  private static ArrayNode bytes(byte[] bytes) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (byte one : bytes) {
      array.add(one & 0xFF);
    }
    return array;
  }

  /** {@code name, value, transferPrecision} of an answer to a read. */
  public static void putValue(ObjectNode into, Tag tag, Value value) {
    into.set("value", of(tag, value, false));
    if (value instanceof Value.Real) {
      into.put("transferPrecision", tag.precision() == 0 ? 1 : tag.precision());
    }
  }

  /**
   * What a client wants written.
   *
   * @return empty for an object or an array of something else than numbers
   * @throws Refusal if there is no value, or a number that no type holds
   */
  public static Optional<Value> written(JsonNode value) throws Refusal {
    if (value == null || value.isNull()) {
      throw new Refusal(Code.BODY, "The value is missing.");
    }
    if (value.isIntegralNumber()) {
      return Optional.of(integer(value.bigIntegerValue()));
    }
    if (value.isNumber()) {
      return Optional.of(new Value.Real(value.doubleValue()));
    }
    if (value.isBoolean()) {
      return Optional.of(new Value.Bool(value.booleanValue()));
    }
    if (value.isString()) {
      return Optional.of(new Value.Text(value.stringValue()));
    }
    return value.isArray() ? array(value) : Optional.empty();
  }

  private static Value integer(BigInteger number) throws Refusal {
    if (number.bitLength() <= 63) {
      return new Value.Whole(number.longValueExact());
    }
    if (number.signum() > 0 && number.bitLength() <= 64) {
      return new Value.Unsigned(number.longValue());
    }
    throw new Refusal(Code.BODY, "No type holds the number " + number + ".");
  }

  private static Optional<Value> array(JsonNode array) {
    byte[] bytes = new byte[array.size()];
    for (int i = 0; i < bytes.length; i++) {
      if (!array.get(i).isIntegralNumber()) {
        return Optional.empty();
      }
      bytes[i] = array.get(i).bigIntegerValue().byteValue();
    }
    return Optional.of(new Value.Bytes(bytes));
  }
}
