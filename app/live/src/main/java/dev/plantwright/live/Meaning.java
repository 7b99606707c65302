package dev.plantwright.live;

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
 * @param changesWithinMs the value is doubted when it stays the same for longer; 0 = never
 */
public record Meaning(
    String unit,
    OptionalDouble low,
    OptionalDouble high,
    OptionalInt decimals,
    Optional<Level> level,
    Optional<Tag> tag,
    long changesWithinMs) {

  /** Nothing is known. */
  public static final Meaning UNKNOWN =
      new Meaning(
          "",
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
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
    return new Meaning(newUnit, low, high, decimals, level, tag, changesWithinMs);
  }

  public Meaning withLimits(OptionalDouble newLow, OptionalDouble newHigh) {
    return new Meaning(unit, newLow, newHigh, decimals, level, tag, changesWithinMs);
  }

  public Meaning withDecimals(int digits) {
    return new Meaning(unit, low, high, OptionalInt.of(digits), level, tag, changesWithinMs);
  }

  public Meaning withLevel(Level newLevel) {
    return new Meaning(unit, low, high, decimals, Optional.of(newLevel), tag, changesWithinMs);
  }

  public Meaning withTag(Tag newTag) {
    return new Meaning(unit, low, high, decimals, level, Optional.of(newTag), changesWithinMs);
  }

  public Meaning withChangesWithin(long ms) {
    return new Meaning(unit, low, high, decimals, level, tag, ms);
  }
}
