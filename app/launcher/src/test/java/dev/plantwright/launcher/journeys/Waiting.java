package dev.plantwright.launcher.journeys;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again until something is so, and gives up after a limit. */
final class Waiting {
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

  private Waiting() {}

  /**
   * @param wanted empty while it is not so; a refusal of the window counts as that
   * @throws AssertionError if it was never so, with what the window said last
   */
  static <T> T until(String what, Duration limit, Supplier<Optional<T>> wanted) {
    long start = System.nanoTime();
    String last = "";
    do {
      try {
        Optional<T> found = wanted.get();
        if (found.isPresent()) {
          return found.get();
        }
      } catch (HarnessClient.Refusal e) {
        last = "; the window said: " + e.getMessage();
      }
      LockSupport.parkNanos(LOOK);
    } while (System.nanoTime() - start < limit.toNanos());
    throw new AssertionError("Not within " + limit.toMillis() + " ms: " + what + last);
  }

  static void untilTrue(String what, Duration limit, BooleanSupplier wanted) {
    until(what, limit, () -> wanted.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }
}
