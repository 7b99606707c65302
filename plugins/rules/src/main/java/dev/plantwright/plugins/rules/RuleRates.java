package dev.plantwright.plugins.rules;

import dev.plantwright.live.Format;
import dev.plantwright.sites.ekuiper.RuleStatus;

/**
 * Rows a second, from one look at the counters to the next.
 *
 * @param ms when the counters were seen; 0 = never
 * @param inPerSecond {@code NaN} before the second look
 */
record RuleRates(long ms, long rowsIn, long rowsOut, double inPerSecond, double outPerSecond) {
  static final RuleRates NONE = new RuleRates(0, 0, 0, Double.NaN, Double.NaN);

  RuleRates next(RuleSeen seen, long nowMs) {
    if (!(seen instanceof RuleSeen.Present(RuleStatus status))) {
      return NONE;
    }
    long in = status.recordsIn();
    long out = status.recordsOut();
    boolean first = ms == 0 || in < rowsIn || out < rowsOut || nowMs <= ms;
    double seconds = (nowMs - ms) / 1000.0;
    return first
        ? new RuleRates(nowMs, in, out, Double.NaN, Double.NaN)
        : new RuleRates(nowMs, in, out, (in - rowsIn) / seconds, (out - rowsOut) / seconds);
  }

  /** Two blanks and the rate, or nothing. */
  String in() {
    return Double.isNaN(inPerSecond) ? "" : "   " + Format.rate(inPerSecond);
  }

  /** As {@link #in}. */
  String out() {
    return Double.isNaN(outPerSecond) ? "" : "   " + Format.rate(outPerSecond);
  }
}
