package dev.plantwright.live;

/**
 * One row of the namespace at one instant: consistent in itself, immutable.
 *
 * @param row handle of the row, valid as long as its {@link Live}
 * @param kind what the row is
 * @param value the last value; stays what it was while the publisher reports an error
 * @param trust what the publisher said of the value
 * @param code the publisher's error number if {@code trust} is bad, else 0
 * @param valueMs when the last value (of a topic: the last message) came, epoch ms; 0 = never
 * @param heardMs when a value or an error last came
 * @param firstMs when the row was first heard of
 * @param changedMs when the value last became another
 * @param count how many values (of a topic: messages) came
 * @param meanMs mean distance of two values; {@code NaN} before the second
 * @param expectedMs the distance after which the next is expected, learned; {@code NaN} before the
 *     fourth arrival
 * @param retained whether the last message was one the broker had kept
 */
public record Reading(
    int row,
    Kind kind,
    Value value,
    Trust trust,
    int code,
    long valueMs,
    long heardMs,
    long firstMs,
    long changedMs,
    long count,
    float meanMs,
    float expectedMs,
    boolean retained) {

  /** What a row is. */
  public enum Kind {
    /** A level of topics or of a payload, without a value. */
    BRANCH,
    /** A topic whose payload has members: its values are the rows below. */
    CARRIER,
    /** A topic or member with a value of its own. */
    VALUE
  }

  /** What the publisher says of a value. */
  public enum Trust {
    GOOD,
    UNCERTAIN,
    BAD
  }

  /** Milliseconds since the last value, at least 0. */
  public long age(long nowMs) {
    return Math.max(0, nowMs - valueMs);
  }

  /** Values a second, falling to 0 when none comes any more. */
  public double perSecond(long nowMs) {
    return Tree.perSecond(meanMs, nowMs - valueMs);
  }

  /** Whether three expected intervals passed without a word (at least a second). */
  public boolean overdue(long nowMs) {
    return nowMs - heardMs > Math.max(1000, 3 * expectedMs);
  }
}
