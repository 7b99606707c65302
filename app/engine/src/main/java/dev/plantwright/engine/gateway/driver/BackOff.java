package dev.plantwright.engine.gateway.driver;

/** How long to wait after a failure: 1 s, then twice as long each time, 60 s at most. */
public final class BackOff {
  private static final long FIRST = 1_000;
  private static final long LONGEST = 60_000;

  private long next = FIRST;

  /** ms to wait after one more failure. */
  public long failed() {
    long wait = next;
    next = Math.min(next * 2, LONGEST);
    return wait;
  }

  /** It works: the next failure is a first one again. */
  public void worked() {
    next = FIRST;
  }
}
