package dev.plantwright.plugins.charts;

import dev.plantwright.api.ValueRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a chart shows, as its file says.
 *
 * @param rangeMs how much time at the start
 */
record ChartSpec(
    String title, long rangeMs, List<Axis> axes, List<Series> series, List<Limit> limits) {
  ChartSpec {
    axes = List.copyOf(axes);
    series = List.copyOf(series);
    limits = List.copyOf(limits);
  }

  /**
   * A vertical axis.
   *
   * @param min and max: its ends if they are fixed, else they follow the values
   */
  record Axis(String id, boolean right, String unit, OptionalDouble min, OptionalDouble max) {}

  /** A line of it. */
  record Series(ValueRef value, String axis) {}

  /** A limit of an axis. */
  record Limit(String axis, boolean high, double value, String title) {}

  Optional<Axis> axis(String id) {
    return axes.stream().filter(a -> a.id().equals(id)).findFirst();
  }

  boolean shows(ValueRef value) {
    return series.stream().anyMatch(s -> s.value().equals(value));
  }
}
