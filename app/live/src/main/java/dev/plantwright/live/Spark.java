package dev.plantwright.live;

import java.util.Arrays;

/**
 * The last five minutes of every row that has numbers: {@value #BUCKETS} buckets of {@value
 * #BUCKET_MS} ms with one number each, the one farthest from the bucket before, so that a peak
 * stays visible. Kept beside the reading of a row and guarded with it.
 */
public final class Spark {
  public static final int BUCKETS = 60;
  public static final long BUCKET_MS = 5_000;

  private Spark() {}

  /** Takes in a number; between {@link Page#beginWrite} and {@link Page#endWrite}. */
  static void add(Page page, int i, double number, long epochMs) {
    int bucket = (int) (epochMs / BUCKET_MS);
    float[] spark = page.spark[i];
    if (spark == null) {
      spark = new float[BUCKETS];
      Arrays.fill(spark, Float.NaN);
      page.spark[i] = spark;
      page.bucket[i] = bucket;
    }
    for (int skipped = Math.max(page.bucket[i], bucket - BUCKETS) + 1;
        skipped <= bucket;
        skipped++) {
      spark[skipped % BUCKETS] = Float.NaN;
    }
    page.bucket[i] = Math.max(bucket, page.bucket[i]);
    int at = page.bucket[i] % BUCKETS;
    float before = spark[(at + BUCKETS - 1) % BUCKETS];
    float value = (float) number;
    if (!(Math.abs(spark[at] - before) > Math.abs(value - before))) {
      spark[at] = value;
    }
  }

  /**
   * Copies the buckets that end with the one of {@code nowMs}, oldest first; {@code NaN} where
   * nothing came.
   *
   * @param into at least {@link #BUCKETS} long
   * @return whether there is a number in it
   */
  static boolean copy(Page page, int i, long nowMs, float[] into) {
    while (true) {
      int before = page.beginRead(i);
      boolean any = copyOnce(page, i, (int) (nowMs / BUCKET_MS), into);
      if (page.unchangedSince(i, before)) {
        return any;
      }
    }
  }

  private static boolean copyOnce(Page page, int i, int now, float[] into) {
    float[] spark = page.spark[i];
    int last = page.bucket[i];
    boolean any = false;
    for (int k = 0; k < BUCKETS; k++) {
      int bucket = now - BUCKETS + 1 + k;
      boolean kept = spark != null && bucket <= last && bucket > last - BUCKETS;
      into[k] = kept ? spark[bucket % BUCKETS] : Float.NaN;
      any |= !Float.isNaN(into[k]);
    }
    return any;
  }
}
