package dev.plantwright.live;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A {@link Live} whose clock stands still until it is moved, and that waits until all is taken in.
 */
public final class LiveFeed implements AutoCloseable {
  public static final long T0 = 1_795_185_120_000L;

  private volatile long nowMs = T0;
  private final Live live = new Live(() -> Instant.ofEpochMilli(nowMs));
  private long sent;

  public Live live() {
    return live;
  }

  public void now(long epochMs) {
    nowMs = epochMs;
  }

  public void send(String topic, String payload) {
    live.accept(Messages.text(topic, payload, nowMs));
    sent++;
  }

  /** Waits until everything sent was taken in. */
  public void settle() {
    await("messages taken in", () -> live.counts().messages() + live.counts().dropped() >= sent);
  }

  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited 10 s in vain for: " + what);
      }
      LockSupport.parkNanos(200_000);
    }
  }

  @Override
  public void close() {
    live.close();
  }
}
