package dev.plantwright.plant;

import dev.plantwright.plant.json.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A chart: charts/NAME.json.
 *
 * @param rangeSeconds how much time it shows
 */
public record ChartFile(
    String name,
    String title,
    BigDecimal rangeSeconds,
    List<Axis> axes,
    List<Series> series,
    List<Limit> limits,
    JsonText source,
    Place place) {
  public ChartFile {
    axes = List.copyOf(axes);
    series = List.copyOf(series);
    limits = List.copyOf(limits);
  }

  /**
   * A vertical axis.
   *
   * @param side {@code left} or {@code right}
   * @param min its lower end; empty to follow the values
   * @param max its upper end; empty to follow the values
   */
  public record Axis(
      String id,
      String side,
      String unit,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      Place place) {}

  /**
   * A line of a chart.
   *
   * @param member of the message on the topic, as the namespace shows it, such as {@code
   *     temperature}; empty text for a message that is a plain value
   * @param axis id of an axis
   */
  public record Series(String topic, String member, String axis, Place place) {}

  /**
   * A line across the chart.
   *
   * @param kind {@code low} or {@code high}
   */
  public record Limit(String axis, String kind, BigDecimal value, String title, Place place) {}
}
