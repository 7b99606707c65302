package dev.plantwright.plugins.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * A span of values and its round marks.
 *
 * @param from smaller than {@code to}
 * @param step distance of two marks, 1, 2 or 5 times a power of ten
 */
record Scale(double from, double to, double step) {
  private static final double[] ROUND = {1, 2, 5, 10};

  /**
   * A span that holds both ends, widened to round marks.
   *
   * @param marks how many there should be, about
   */
  static Scale around(double least, double greatest, int marks) {
    double low = Math.min(least, greatest);
    double high = Math.max(least, greatest);
    if (high - low < 1e-9 * Math.max(1, Math.abs(high))) {
      double half = Math.max(0.5, Math.abs(high) * 0.05);
      low -= half;
      high += half;
    }
    double step = step((high - low) / Math.max(1, marks));
    return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
  }

  /** Exactly this span, for axes whose ends the user chose. */
  static Scale exactly(double from, double to, int marks) {
    return new Scale(from, to, step((to - from) / Math.max(1, marks)));
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double round : ROUND) {
      if (rough <= round * power * 1.0001) {
        return round * power;
      }
    }
    return 10 * power;
  }

  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    long first = (long) Math.ceil(from / step - 1e-9);
    for (long i = first; i * step <= to + step * 1e-9 && marks.size() < 100; i++) {
      marks.add(i * step);
    }
    return marks;
  }

  /** Decimals the marks need. */
  int decimals() {
    return Math.clamp((int) Math.ceil(-Math.log10(step) - 1e-9), 0, 12);
  }

  /** 0 at {@code from}, 1 at {@code to}. */
  double fraction(double value) {
    return (value - from) / (to - from);
  }
}
