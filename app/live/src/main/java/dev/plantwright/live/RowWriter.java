package dev.plantwright.live;

/** Writes the readings of rows and learns how often they come; confined to the writing thread. */
final class RowWriter {
  /** Told of a number in a row that somebody watches. */
  interface Watcher {
    void number(int row, double number, long epochMs);
  }

  private final Tree tree;
  private final Watcher watcher;
  private long nowMs;
  private boolean retained;

  RowWriter(Tree tree, Watcher watcher) {
    this.tree = tree;
    this.watcher = watcher;
  }

  /** When the message came that the following rows are from. */
  void at(long epochMs, boolean isRetained) {
    nowMs = epochMs;
    retained = isRetained;
  }

  /** A message came for a topic whose payload has members. */
  void carrier(int row) {
    Page page = tree.page(row);
    int i = row & Page.MASK;
    page.beginWrite(i);
    page.form[i] = Page.CARRIER;
    page.text[i] = null;
    page.trust[i] = 0;
    arrived(page, i);
    page.changedMs[i] = nowMs;
    page.endWrite(i);
  }

  void value(int row, byte form, long bits, String text) {
    Page page = tree.page(row);
    int i = row & Page.MASK;
    String kept = text == null || text.length() <= Tree.MAX_TEXT ? text : cut(text);
    boolean same = page.form[i] == form && page.bits[i] == bits && equal(page.text[i], kept);
    page.beginWrite(i);
    page.form[i] = form;
    page.bits[i] = bits;
    if (!same) {
      page.text[i] = kept;
      page.changedMs[i] = nowMs;
    }
    page.trust[i] = 0;
    page.code[i] = 0;
    arrived(page, i);
    double number = number(form, bits);
    if (!Double.isNaN(number)) {
      Spark.add(page, i, number, nowMs);
    }
    page.endWrite(i);
    if (page.watched[i]) {
      watcher.number(row, number, nowMs);
    }
  }

  /** The publisher says that there is no value now; the last one stays in the row. */
  void error(int row, short code) {
    Page page = tree.page(row);
    int i = row & Page.MASK;
    page.beginWrite(i);
    if (page.form[i] < Page.MISSING) {
      page.form[i] = Page.MISSING;
    }
    page.trust[i] = (byte) Reading.Trust.BAD.ordinal();
    page.code[i] = code;
    heard(page, i);
    page.endWrite(i);
    if (page.watched[i]) {
      watcher.number(row, Double.NaN, nowMs);
    }
  }

  private void arrived(Page page, int i) {
    page.retained[i] = retained;
    long counted = page.count[i];
    if (counted > 0) {
      float delta = Math.max(0, nowMs - page.valueMs[i]);
      page.meanMs[i] = counted == 1 ? delta : mean(page.meanMs[i], delta, counted);
    }
    page.valueMs[i] = nowMs;
    page.count[i] = counted + 1;
    heard(page, i);
  }

  private void heard(Page page, int i) {
    if (page.firstMs[i] == 0) {
      page.firstMs[i] = nowMs;
    } else {
      float delta = Math.max(0, nowMs - page.heardMs[i]);
      page.expectedMs[i] = expected(page.expectedMs[i], delta);
    }
    page.heardMs[i] = nowMs;
  }

  /** Mean over the last 8 arrivals of slow rows, over some seconds of fast ones. */
  private static float mean(float mean, float delta, long counted) {
    float weight = Math.clamp(mean / 5_000f, 0.002f, 0.125f);
    return mean + Math.max(weight, 1f / counted) * (delta - mean);
  }

  /**
   * Rises fast and falls slowly, so that a topic that comes in bursts is not missed in between; one
   * long silence raises it by half at most.
   */
  private static float expected(float expected, float delta) {
    if (expected == 0) {
      return delta;
    }
    return delta > expected
        ? expected + 0.5f * (Math.min(delta, 2 * expected + 1) - expected)
        : expected + 0.05f * (delta - expected);
  }

  private static double number(byte form, long bits) {
    return switch (form) {
      case Page.WHOLE, Page.FLAG -> bits;
      case Page.REAL -> Double.longBitsToDouble(bits);
      default -> Double.NaN;
    };
  }

  private static boolean equal(String a, String b) {
    return a == null ? b == null : a.equals(b);
  }

  private static String cut(String text) {
    return text.substring(0, Tree.MAX_TEXT - 1) + "…";
  }
}
