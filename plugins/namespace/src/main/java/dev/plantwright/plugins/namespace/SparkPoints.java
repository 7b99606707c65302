package dev.plantwright.plugins.namespace;

import dev.plantwright.live.Latest;
import dev.plantwright.live.Reading;
import dev.plantwright.live.Spark;

/** The points of a sparkline; used again for each row. */
final class SparkPoints {
  private final float[] buckets = new float[Spark.BUCKETS];
  private final double[] values = new double[Spark.BUCKETS];

  /**
   * Reads the last five minutes of a row. Where nothing came because the row comes slowly the last
   * number goes on; the end is the present value.
   *
   * @return whether there is anything to draw
   */
  boolean read(Latest latest, Reading reading, long nowMs) {
    boolean any = latest.spark(reading.row(), nowMs, buckets);
    double expected = Float.isNaN(reading.expectedMs()) ? 0 : reading.expectedMs();
    long carry = Math.max(2, (long) Math.ceil(3 * expected / Spark.BUCKET_MS));
    double last = Double.NaN;
    long gap = 0;
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(buckets[i])) {
        gap++;
        values[i] = gap <= carry ? last : Double.NaN;
      } else {
        gap = 0;
        last = buckets[i];
        values[i] = last;
      }
    }
    double present = reading.value().asNumber();
    if (any && !Double.isNaN(present) && nowMs - reading.valueMs() < Spark.BUCKET_MS) {
      values[values.length - 1] = (float) present;
    }
    return any;
  }

  double[] values() {
    return values;
  }
}
