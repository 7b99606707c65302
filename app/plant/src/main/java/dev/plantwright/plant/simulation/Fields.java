package dev.plantwright.plant.simulation;

import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonBoolean;
import dev.plantwright.plant.json.JsonValue.JsonNumber;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.text.Nearest;
import dev.plantwright.plant.text.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the members of one object and reports those that are missing, of a wrong type, out of range
 * or, at the end, mistyped. What cannot be used is replaced by something that can, so that reading
 * goes on to the next mistake.
 */
final class Fields {
  private final JsonObject object;
  private final Findings findings;
  private final String owner;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param owner what the object is, as in "{@code a sine}"
   */
  Fields(JsonObject object, Findings findings, String owner) {
    this.object = object;
    this.findings = findings;
    this.owner = owner;
  }

  Span span() {
    return object.span();
  }

  Optional<JsonValue> get(String name) {
    known.add(name);
    return object.get(name);
  }

  Span spanOf(String name) {
    return object.get(name).map(JsonValue::span).orElse(object.span());
  }

  Optional<JsonValue> required(String name) {
    Optional<JsonValue> value = get(name);
    if (value.isEmpty()) {
      findings.error("SIM-MISSING", object.span(), "%s needs \"%s\".".formatted(owner, name));
    }
    return value;
  }

  double number(String name, double otherwise) {
    return get(name).map(value -> number(name, value, otherwise)).orElse(otherwise);
  }

  double requiredNumber(String name, double otherwise) {
    return required(name).map(value -> number(name, value, otherwise)).orElse(otherwise);
  }

  private double number(String name, JsonValue value, double otherwise) {
    if (value instanceof JsonNumber number && number.decimal().isPresent()) {
      double read = number.decimal().get().doubleValue();
      if (Double.isFinite(read)) {
        return read;
      }
    }
    wrong(name, value, "a number");
    return otherwise;
  }

  /** A number above zero. */
  double requiredPositive(String name) {
    double value = requiredNumber(name, 1);
    if (value <= 0) {
      findings.error("SIM-RANGE", spanOf(name), "\"%s\" must be greater than 0.".formatted(name));
      return 1;
    }
    return value;
  }

  double notNegative(String name, double otherwise) {
    double value = number(name, otherwise);
    if (value < 0) {
      findings.error("SIM-RANGE", spanOf(name), "\"%s\" must not be negative.".formatted(name));
      return otherwise;
    }
    return value;
  }

  /** A whole number in a range. */
  int whole(String name, int least, int most, int otherwise) {
    double value = number(name, otherwise);
    if (value != Math.rint(value) || value < least || value > most) {
      findings.error(
          "SIM-RANGE",
          spanOf(name),
          "\"%s\" must be a whole number from %d to %d.".formatted(name, least, most));
      return otherwise;
    }
    return (int) value;
  }

  Optional<String> text(String name) {
    return get(name).flatMap(value -> text(name, value));
  }

  Optional<String> requiredText(String name) {
    return required(name).flatMap(value -> text(name, value));
  }

  private Optional<String> text(String name, JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.value());
    }
    wrong(name, value, "a text");
    return Optional.empty();
  }

  /** A number, a text, or true and false for 1 and 0. */
  PointValue requiredValue(String name) {
    return required(name).flatMap(value -> value(name, value)).orElse(PointValue.of(0));
  }

  PointValue value(String name, PointValue otherwise) {
    return get(name).flatMap(value -> value(name, value)).orElse(otherwise);
  }

  Optional<PointValue> value(String name, JsonValue value) {
    return switch (value) {
      case JsonString string -> Optional.of(PointValue.of(string.value()));
      case JsonBoolean flag -> Optional.of(PointValue.of(flag.value() ? 1 : 0));
      case JsonNumber _ -> Optional.of(PointValue.of(number(name, value, 0)));
      default -> {
        wrong(name, value, "a number, a text, true or false");
        yield Optional.empty();
      }
    };
  }

  /** Seconds, or two of them for a range. */
  Optional<Seconds> seconds(String name) {
    return get(name).map(value -> seconds(name, value));
  }

  private Seconds seconds(String name, JsonValue value) {
    List<JsonValue> items = value instanceof JsonArray array ? array.items() : List.of(value);
    if (items.isEmpty() || items.size() > 2) {
      wrong(name, value, "seconds, or a range such as [60, 150]");
      return Seconds.of(1);
    }
    double least = number(name, items.getFirst(), 1);
    double most = number(name, items.getLast(), 1);
    if (least < 0 || most < least) {
      findings.error(
          "SIM-RANGE", value.span(), "\"%s\" must not be negative or fall.".formatted(name));
      return Seconds.of(1);
    }
    return new Seconds(least, most);
  }

  Seconds requiredSeconds(String name) {
    required(name);
    return seconds(name).orElse(Seconds.of(1));
  }

  Optional<JsonObject> object(String name) {
    return get(name).flatMap(value -> asObject(name, value));
  }

  Optional<JsonObject> requiredObject(String name) {
    return required(name).flatMap(value -> asObject(name, value));
  }

  Optional<JsonObject> asObject(String name, JsonValue value) {
    if (value instanceof JsonObject member) {
      return Optional.of(member);
    }
    wrong(name, value, "an object");
    return Optional.empty();
  }

  List<JsonValue> items(String name) {
    Optional<JsonValue> value = get(name);
    if (value.isPresent() && !(value.get() instanceof JsonArray)) {
      wrong(name, value.get(), "a list");
    }
    return object.items(name);
  }

  private void wrong(String name, JsonValue value, String wanted) {
    findings.error("SIM-TYPE", value.span(), "\"%s\" must be %s.".formatted(name, wanted));
  }

  /** Warns about members that look like a mistyped known one; others are none of our business. */
  void end() {
    for (JsonValue.Member member : object.members()) {
      if (!known.contains(member.name())) {
        Nearest.to(member.name(), known).ifPresent(near -> mistyped(member, near));
      }
    }
  }

  private void mistyped(JsonValue.Member member, String near) {
    String message = "%s has no \"%s\". Did you mean \"%s\"?";
    findings.warning("SIM-KEY", member.nameSpan(), message.formatted(owner, member.name(), near));
  }
}
