package dev.plantwright.sql.run;

/** What one operator has done; written by the run's thread, read by any. */
public final class Counters {
  private final String name;
  private volatile long in;
  private volatile long out;
  private volatile long processed;
  private volatile long exceptions;
  private volatile long lastInvocation;
  private volatile String lastException = "";
  private volatile long lastExceptionTime;

  public Counters(String name) {
    this.name = name;
  }

  /** Name of the operator, such as {@code filter}. */
  public String name() {
    return name;
  }

  /** One thing came in. */
  public void received(long now) {
    in = in + 1;
    lastInvocation = now;
  }

  /** What came in was dealt with and gave so many things. */
  public void done(int given) {
    processed = processed + 1;
    out = out + given;
  }

  /** What came in could not be dealt with. */
  public void failed(String message, long now) {
    processed = processed + 1;
    exceptions = exceptions + 1;
    lastException = message;
    lastExceptionTime = now;
  }

  public long in() {
    return in;
  }

  public long out() {
    return out;
  }

  public long processed() {
    return processed;
  }

  public long exceptions() {
    return exceptions;
  }

  /** Milliseconds since 1970; 0: never. */
  public long lastInvocation() {
    return lastInvocation;
  }

  public String lastException() {
    return lastException;
  }

  /** Milliseconds since 1970; 0: never. */
  public long lastExceptionTime() {
    return lastExceptionTime;
  }
}
