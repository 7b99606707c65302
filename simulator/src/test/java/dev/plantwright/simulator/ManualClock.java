package dev.plantwright.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on the wall that somebody turns by hand. */
public final class ManualClock implements InstantSource {
  private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);

  public void advance(double seconds) {
    millis.addAndGet(Math.round(seconds * 1000));
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.get());
  }
}
