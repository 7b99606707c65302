package dev.plantwright.sql.row;

import dev.plantwright.sql.function.CallContext;
import java.time.ZoneId;

/** What expressions are evaluated on; one per run, used by its thread alone. */
public final class Frame implements CallContext {
  private final String ruleId;
  private final long ruleStart;
  private final ZoneId zone;
  private long now;
  private Row row;
  private WindowRange window;

  public Frame(String ruleId, long ruleStart, ZoneId zone) {
    this.ruleId = ruleId;
    this.ruleStart = ruleStart;
    this.zone = zone;
    this.now = ruleStart;
  }

  public Row row() {
    return row;
  }

  /** Makes a row the present one. */
  public Frame with(Row present) {
    this.row = present;
    return this;
  }

  /** Sets the range of the present window; null outside of windows. */
  public void within(WindowRange range) {
    this.window = range;
  }

  /** Moves the clock; it never goes back. */
  public void advanceTo(long time) {
    now = Math.max(now, time);
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public String ruleId() {
    return ruleId;
  }

  @Override
  public long ruleStart() {
    return ruleStart;
  }

  @Override
  public long eventTime() {
    return row.timestamp();
  }

  @Override
  public WindowRange window() {
    return window;
  }

  @Override
  public Object metadata(String name) {
    return row.metadata().get(name);
  }
}
