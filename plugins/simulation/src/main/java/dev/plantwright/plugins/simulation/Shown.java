package dev.plantwright.plugins.simulation;

import dev.plantwright.live.Format;
import dev.plantwright.live.Value;
import dev.plantwright.sites.simulator.Point;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A point as the table shows it.
 *
 * @param value as text
 * @param fault that moves it now
 */
record Shown(Point point, String value, Gateway gateway, Optional<String> fault) {
  /** What the gateway makes of the point. */
  enum Sight {
    NONE,
    SAME,
    DIFFERS,
    DOUBTFUL
  }

  /**
   * What the gateway reads.
   *
   * @param words why it is not the same; empty if it is
   */
  record Gateway(Sight sight, String text, String words) {
    static final Gateway NONE = new Gateway(Sight.NONE, Format.NOTHING, "");
  }

  /** What a point holds, as a value of the namespace; bits are true and false. */
  static Value value(Point point) {
    return value(point, plain(point.value()));
  }

  /** What the gateway read from a point, put the same way. */
  static Value value(Point point, Value read) {
    return point.isBit() && !Double.isNaN(read.asNumber())
        ? new Value.Flag(read.asNumber() != 0)
        : read;
  }

  private static Value plain(JsonNode json) {
    if (json.isIntegralNumber() && json.canConvertToLong()) {
      return new Value.Whole(json.longValue());
    }
    if (json.isNumber()) {
      return new Value.Real(json.doubleValue());
    }
    return json.isString() ? new Value.Text(json.asString()) : Value.MISSING;
  }
}
