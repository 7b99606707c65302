package dev.plantwright.sites.deploy;

import dev.plantwright.field.Attributes;
import dev.plantwright.field.DataType;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.sites.neuron.GatewayTag;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** What differs, in words. Values of settings and rules are never told: they may hold passwords. */
final class Differences {
  private Differences() {}

  static Optional<String> of(String what, String wanted, String there) {
    return wanted.equals(there)
        ? Optional.empty()
        : Optional.of(what + " " + shown(wanted) + ", was " + shown(there));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "none" : value;
  }

  /** The names of the members that differ. */
  static Optional<String> members(JsonObject wanted, JsonObject there) {
    Set<String> names = new LinkedHashSet<>(wanted.names());
    names.addAll(there.names());
    StringJoiner differing = new StringJoiner(", ");
    for (String name : names) {
      Optional<JsonValue> here = wanted.get(name);
      Optional<JsonValue> other = there.get(name);
      boolean same = here.isPresent() && other.isPresent() && here.get().sameAs(other.get());
      if (!same) {
        differing.add(name);
      }
    }
    return differing.length() == 0 ? Optional.empty() : Optional.of(differing + " differs");
  }

  /** Blanks between words and the last semicolon do not count. */
  static Optional<String> sql(Optional<String> wanted, Optional<String> there) {
    if (there.isEmpty()) {
      return Optional.of("the engine does not tell the statement it has");
    }
    return plain(wanted.orElse("")).equals(plain(there.get()))
        ? Optional.empty()
        : Optional.of("the statement differs");
  }

  private static String plain(String sql) {
    return sql.strip().replaceFirst(";\\s*$", "").replaceAll("\\s+", " ").strip();
  }

  static Optional<String> tags(GatewayTag wanted, GatewayTag there) {
    return of("address", wanted.address(), there.address())
        .or(() -> of("type", type(wanted.type()), type(there.type())))
        .or(() -> of("attribute", attribute(wanted), attribute(there)))
        .or(() -> of("precision", wanted.precision() + "", there.precision() + ""))
        .or(() -> of("decimal", number(wanted.decimal()), number(there.decimal())))
        .or(() -> of("bias", number(wanted.bias()), number(there.bias())))
        .or(() -> of("description", wanted.description(), there.description()))
        .or(() -> unit(wanted, there));
  }

  // A gateway that keeps no units cannot differ in them.
  private static Optional<String> unit(GatewayTag wanted, GatewayTag there) {
    return there.unit().flatMap(unit -> of("unit", wanted.unit().orElse(""), unit));
  }

  /** A tag on one line, in words. */
  static String text(GatewayTag tag) {
    StringJoiner text = new StringJoiner(", ");
    text.add(tag.address()).add(type(tag.type())).add(attribute(tag));
    if (tag.precision() != 0) {
      text.add("precision " + tag.precision());
    }
    if (tag.decimal() != 0) {
      text.add("decimal " + number(tag.decimal()));
    }
    if (tag.bias() != 0) {
      text.add("bias " + number(tag.bias()));
    }
    tag.unit().filter(unit -> !unit.isEmpty()).ifPresent(text::add);
    if (!tag.description().isEmpty()) {
      text.add(tag.description());
    }
    return text.toString();
  }

  private static String type(int number) {
    return DataType.ofNumber(number).map(DataType::name).orElse("type " + number);
  }

  private static String attribute(GatewayTag tag) {
    String words = new Attributes(tag.attribute()).words();
    return words.isEmpty() ? "attribute " + tag.attribute() : words;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
