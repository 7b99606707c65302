package dev.plantwright.plugins.charts;

import dev.plantwright.api.ValueRef;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Reading;
import dev.plantwright.live.Series;
import java.util.Optional;

/** One series of a chart: where its numbers come from and what of them is in view. FX thread. */
final class Line implements AutoCloseable {
  private static final int CAPACITY = Series.Level.COARSE.buckets();

  /** Distance of the points that are known of a time before the line was asked for. */
  private static final long PAST_MS = 5_000;

  private final ValueRef value;
  private final String axis;
  private final int color;
  private final Live live;
  private final Series series;
  private final Series.Buckets buckets = new Series.Buckets(CAPACITY);
  private final long sinceMs;
  private Series.Level level = Series.Level.FINE;
  private boolean visible = true;
  private double least = Double.NaN;
  private double greatest = Double.NaN;
  private double last = Double.NaN;
  private int row = -1;

  Line(Live live, ValueRef value, String axis, int color) {
    this.live = live;
    this.value = value;
    this.axis = axis;
    this.color = color;
    this.sinceMs = live.nowMs();
    this.series = live.series(value.topic(), value.member().orElse(""));
  }

  ValueRef value() {
    return value;
  }

  String axis() {
    return axis;
  }

  /** Index in the palette. */
  int color() {
    return color;
  }

  boolean visible() {
    return visible;
  }

  void visible(boolean shown) {
    visible = shown;
  }

  Series.Buckets buckets() {
    return buckets;
  }

  Series.Level level() {
    return level;
  }

  /** Reads what lies in a span of time and what is least, greatest and last of it. */
  void look(TimeScale time) {
    level = level(time);
    series.copy(level, time.fromMs() - level.bucketMs(), time.toMs(), buckets);
    least = Double.NaN;
    greatest = Double.NaN;
    last = Double.NaN;
    for (int i = 0; i < buckets.size(); i++) {
      double low = buckets.least(i);
      double high = buckets.greatest(i);
      least = Double.isNaN(least) || low < least ? low : least;
      greatest = Double.isNaN(greatest) || high > greatest ? high : greatest;
      last = Double.isNaN(buckets.last(i)) ? last : buckets.last(i);
    }
  }

  /** What came before the line was asked for is known by the second at best. */
  private Series.Level level(TimeScale time) {
    Series.Level reaching =
        Series.Level.reaching(Math.max(time.spanMs(), live.nowMs() - time.fromMs()));
    boolean past = time.fromMs() < sinceMs - PAST_MS;
    return past && reaching == Series.Level.FINE ? Series.Level.SECONDS : reaching;
  }

  /** Least number in view, NaN if there is none. */
  double least() {
    return least;
  }

  double greatest() {
    return greatest;
  }

  double last() {
    return last;
  }

  /** The number shown at a time: the last one of the bucket at or before it, NaN in a gap. */
  double at(long ms) {
    for (int i = buckets.size() - 1; i >= 0; i--) {
      if (buckets.startMs(i) <= ms) {
        return ms - buckets.startMs(i) <= gapMs(ms) ? buckets.last(i) : Double.NaN;
      }
    }
    return Double.NaN;
  }

  /** A longer silence before a time breaks the line. */
  long gapMs(long ms) {
    return ms <= sinceMs + PAST_MS ? Math.max(2 * PAST_MS + 1_000, gapMs()) : gapMs();
  }

  private long gapMs() {
    float expected = reading().map(Reading::expectedMs).orElse(Float.NaN);
    long silence = Float.isNaN(expected) ? 3_000 : Math.round(3 * expected);
    return Math.max(Math.max(silence, 1_500), 2 * level.bucketMs());
  }

  Optional<Reading> reading() {
    if (row < 0) {
      row = live.latest().find(value.topic(), value.member().orElse(""));
    }
    return row < 0 ? Optional.empty() : Optional.of(live.latest().read(row));
  }

  Meaning meaning() {
    String path = value.member().map(m -> value.topic() + "/" + m).orElse(value.topic());
    return live.meanings().of(path.replace('.', '/'));
  }

  @Override
  public void close() {
    series.close();
  }
}
