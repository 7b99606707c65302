package dev.plantwright.shell.frames;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the FX thread from outside by a beat every 50 ms: remembers the longest pause and logs
 * what the thread was doing when it did not answer for 100 ms.
 */
public final class FreezeMonitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FreezeMonitor.class);
  private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long FROZEN = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int FRAMES = 40;

  private final AtomicLong longest = new AtomicLong();
  private final Thread fx;
  private final Thread watch;
  private volatile long answered;
  private volatile boolean closed;

  /** Called on the FX thread, which it watches from now on. */
  public FreezeMonitor() {
    fx = Thread.currentThread();
    answered = System.nanoTime();
    watch = Thread.ofPlatform().daemon().name("freeze-monitor").start(this::watch);
  }

  /** Longest time in ms in which the FX thread did nothing else, since the last call. */
  public long longestPauseMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longest.getAndSet(0));
  }

  private void watch() {
    while (!closed) {
      long asked = System.nanoTime();
      Platform.runLater(() -> answered = System.nanoTime());
      LockSupport.parkNanos(BEAT);
      String stack = "";
      while (answered < asked && !closed) {
        if (stack.isEmpty() && System.nanoTime() - asked > FROZEN) {
          stack = stack();
        }
        LockSupport.parkNanos(BEAT / 10);
      }
      note(answered - asked, stack);
    }
  }

  private void note(long pause, String stack) {
    longest.accumulateAndGet(pause, Math::max);
    if (pause > FROZEN) {
      LOG.warn("the window did not answer for {} ms\n{}", pause / 1_000_000, stack);
    }
  }

  private String stack() {
    return Arrays.stream(fx.getStackTrace())
        .limit(FRAMES)
        .map(f -> "  at " + f)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    closed = true;
    watch.interrupt();
  }
}
