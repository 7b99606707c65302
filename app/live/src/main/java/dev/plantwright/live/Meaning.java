package dev.plantwright.live;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the plant says of a path of the namespace; immutable.
 *
 * @param unit such as {@code °C}; empty if it has none
 * @param low limit below which the value is not normal
 * @param high limit above which the value is not normal
 * @param decimals digits after the point
 * @param level rank of the path in the ISA-95 tree
 * @param tag the gateway tag that the value comes from
 * @param states words for single values, by their text, such as {@code 3} to {@code PRODUCING}
 * @param changesWithinMs the value is doubted when it stays the same for longer; 0 = never
 */
public record Meaning(
    String unit,
    OptionalDouble low,
    OptionalDouble high,
    OptionalInt decimals,
    Optional<Level> level,
    Optional<Tag> tag,
    Map<String, String> states,
    long changesWithinMs) {

  public Meaning {
    states = Map.copyOf(states);
  }

  /** Nothing is known. */
  public static final Meaning UNKNOWN =
      new Meaning(
          "",
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          0);

  /** Ranks of ISA-95, top down. */
  public enum Level {
    ENTERPRISE,
    SITE,
    AREA,
    LINE,
    CELL,
    ASSET
  }

  /** A tag of a gateway node. */
  public record Tag(String node, String group, String name) {}

  public Meaning withUnit(String newUnit) {
    return new Meaning(newUnit, low, high, decimals, level, tag, states, changesWithinMs);
  }

  public Meaning withLimits(OptionalDouble newLow, OptionalDouble newHigh) {
    return new Meaning(unit, newLow, newHigh, decimals, level, tag, states, changesWithinMs);
  }

  public Meaning withDecimals(int digits) {
    return new Meaning(
        unit, low, high, OptionalInt.of(digits), level, tag, states, changesWithinMs);
  }

  public Meaning withLevel(Level newLevel) {
    return new Meaning(
        unit, low, high, decimals, Optional.of(newLevel), tag, states, changesWithinMs);
  }

  public Meaning withTag(Tag newTag) {
    return new Meaning(
        unit, low, high, decimals, level, Optional.of(newTag), states, changesWithinMs);
  }

  public Meaning withStates(Map<String, String> words) {
    return new Meaning(unit, low, high, decimals, level, tag, words, changesWithinMs);
  }

  /** The value as a person reads it: the word for it, else the number as the tag says. */
  public String show(Value value) {
    if (!states.isEmpty()) {
      String word =
          switch (value) {
            case Value.Whole(long whole) -> states.get(Long.toString(whole));
            case Value.Real(double real) when real == Math.rint(real) ->
                states.get(Long.toString((long) real));
            case Value.Flag(boolean on) -> states.get(Boolean.toString(on));
            case Value.Text(String text) -> states.get(text);
            case Value.Real real -> null;
            case Value.Binary binary -> null;
            case Value.Missing missing -> null;
          };
      if (word != null) {
        return word;
      }
    }
    return Format.value(value, decimals);
  }

  /** Which limit a value is beyond, in words: {@code above high limit 80.0}; empty if none. */
  public Optional<String> beyond(Value value) {
    double number = value.asNumber();
    if (high.isPresent() && number > high.getAsDouble()) {
      return Optional.of("above high limit " + limit(high.getAsDouble()));
    }
    if (low.isPresent() && number < low.getAsDouble()) {
      return Optional.of("below low limit " + limit(low.getAsDouble()));
    }
    return Optional.empty();
  }

  private String limit(double limit) {
    return Format.number(limit, decimals);
  }

  public Meaning withChangesWithin(long ms) {
    return new Meaning(unit, low, high, decimals, level, tag, states, ms);
  }
}
