package dev.plantwright.simulator.control;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The JSON object that came with a request. */
record Body(JsonObject json) {
  static Body of(Buffer buffer) {
    if (buffer == null || buffer.length() == 0) {
      return new Body(new JsonObject());
    }
    try {
      return new Body(new JsonObject(buffer));
    } catch (DecodeException e) {
      throw new Refused(400, "The body must be one JSON object.");
    }
  }

  boolean has(String name) {
    return json.containsKey(name);
  }

  Object value(String name) {
    return json.getValue(name);
  }

  Optional<Double> number(String name, double least, double most) {
    if (!has(name)) {
      return Optional.empty();
    }
    if (json.getValue(name) instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return Optional.of(number.doubleValue());
    }
    throw new Refused(
        400, "\"%s\" must be a number from %s to %s.".formatted(name, text(least), text(most)));
  }

  int whole(String name, int least, int most) {
    double number =
        number(name, least, most)
            .orElseThrow(
                () ->
                    new Refused(
                        400,
                        "\"%s\" is missing: a whole number from %d to %d."
                            .formatted(name, least, most)));
    if (number != Math.rint(number)) {
      throw new Refused(400, "\"%s\" must be a whole number.".formatted(name));
    }
    return (int) number;
  }

  Optional<Boolean> flag(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    if (json.getValue(name) instanceof Boolean flag) {
      return Optional.of(flag);
    }
    throw new Refused(400, "\"%s\" must be true or false.".formatted(name));
  }

  private static String text(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
