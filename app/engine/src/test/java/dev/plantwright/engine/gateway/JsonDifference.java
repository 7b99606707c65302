package dev.plantwright.engine.gateway;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares answers as JSON, without what differs from run to run. */
final class JsonDifference {
  private static final Set<String> EVERYWHERE =
      Set.of("token", "version", "build_date", "timestamp", "rtt", "link");

  /** What of an answer counts. */
  enum Rule {
    EXACT,
    /** Plugins that are offered must be as recorded, in other words; others may be missing. */
    PLUGINS,
    /** Parameters must be as recorded, in other words; choices may be missing. */
    SCHEMA;

    static Rule of(String path) {
      return switch (path) {
        case "/api/v2/plugin" -> PLUGINS;
        case "/api/v2/schema" -> SCHEMA;
        default -> EXACT;
      };
    }

    boolean skips(String name) {
      boolean prose =
          name.startsWith("description")
              || name.equals("name_zh")
              || this == SCHEMA && name.equals("name");
      return EVERYWHERE.contains(name) && !(this == SCHEMA) || this != EXACT && prose;
    }
  }

  private JsonDifference() {}

  static Optional<String> between(Rule rule, JsonNode recorded, JsonNode answered) {
    return between(rule, "", recorded, answered);
  }

  private static Optional<String> between(
      Rule rule, String place, JsonNode recorded, JsonNode answered) {
    if (recorded.isObject() && answered.isObject()) {
      return objects(rule, place, recorded, answered);
    }
    if (recorded.isArray() && answered.isArray()) {
      return arrays(rule, place, recorded, answered);
    }
    boolean same =
        recorded.isIntegralNumber() && answered.isIntegralNumber()
            ? sameInteger(recorded.bigIntegerValue(), answered.bigIntegerValue())
            : recorded.isFloatingPointNumber() && answered.isFloatingPointNumber()
                ? recorded.doubleValue() == answered.doubleValue()
                : recorded.equals(answered);
    return same
        ? Optional.empty()
        : Optional.of("%s is %s, recorded %s".formatted(place, answered, recorded));
  }

  /** 64-bit unsigned numbers are recorded as negative, and answered as they are. */
  private static boolean sameInteger(BigInteger recorded, BigInteger answered) {
    return recorded.equals(answered)
        || recorded.signum() < 0 && recorded.add(BigInteger.TWO.pow(64)).equals(answered);
  }

  /** Infinity is recorded without value and without error, and answered with error 3008. */
  private static boolean infinity(JsonNode recorded, JsonNode answered) {
    return recorded.has("transferPrecision")
        && !recorded.has("value")
        && !recorded.has("error")
        && answered.path("error").asInt(0) == 3008;
  }

  private static Optional<String> objects(
      Rule rule, String place, JsonNode recorded, JsonNode answered) {
    if (infinity(recorded, answered)) {
      return Optional.empty();
    }
    for (String name : recorded.propertyNames()) {
      if (rule.skips(name) || rule == Rule.SCHEMA && unused(recorded.get(name), answered)) {
        continue;
      }
      if (!answered.has(name)) {
        return Optional.of(place + "/" + name + " is missing");
      }
      Optional<String> difference =
          between(rule, place + "/" + name, recorded.get(name), answered.get(name));
      if (difference.isPresent()) {
        return difference;
      }
    }
    for (String name : answered.propertyNames()) {
      if (!recorded.has(name) && !rule.skips(name)) {
        return Optional.of(place + "/" + name + " is not in the recording");
      }
    }
    return Optional.empty();
  }

  /** A parameter for a choice that is not offered. */
  private static boolean unused(JsonNode parameter, JsonNode offered) {
    JsonNode condition = parameter.path("condition");
    JsonNode choices = offered.path(condition.path("field").asString("")).path("valid").path("map");
    return choices.isArray()
        && choices
            .valueStream()
            .noneMatch(choice -> choice.get("value").equals(condition.get("value")));
  }

  private static Optional<String> arrays(
      Rule rule, String place, JsonNode recorded, JsonNode answered) {
    boolean choices = rule == Rule.SCHEMA && place.endsWith("/map");
    if (rule == Rule.PLUGINS || choices) {
      for (JsonNode one : answered) {
        boolean known =
            recorded.valueStream().anyMatch(other -> between(rule, "", other, one).isEmpty());
        if (!known) {
          return Optional.of(place + " has " + one + ", which is not in the recording");
        }
      }
      return answered.isEmpty() ? Optional.of(place + " is empty") : Optional.empty();
    }
    if (recorded.size() != answered.size()) {
      return Optional.of(
          "%s has %d elements, recorded %d".formatted(place, answered.size(), recorded.size()));
    }
    for (int at = 0; at < recorded.size(); at++) {
      Optional<String> difference =
          between(rule, place + "/" + at, recorded.get(at), answered.get(at));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }
}
