package dev.plantwright.sql.ast;

/** Units of window lengths. */
public enum TimeUnit {
  DD(86_400_000L),
  HH(3_600_000L),
  MI(60_000L),
  SS(1_000L),
  MS(1L);

  private final long milliseconds;

  TimeUnit(long milliseconds) {
    this.milliseconds = milliseconds;
  }

  public long milliseconds() {
    return milliseconds;
  }
}
