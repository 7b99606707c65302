package dev.plantwright.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The past of one value row for a chart: first, last, least and greatest number per time bucket, in
 * three levels. Written by one thread; any thread may copy.
 */
public final class Series implements AutoCloseable {
  /** How fine and how far back; the finest that reaches back far enough is the one to draw. */
  public enum Level {
    /** 100 ms for 5 minutes. */
    FINE(100, 3_000),
    /** 1 s for an hour. */
    SECONDS(1_000, 3_600),
    /** 10 s for a day. */
    COARSE(10_000, 8_640);

    private final long bucketMs;
    private final int buckets;

    Level(long bucketMs, int buckets) {
      this.bucketMs = bucketMs;
      this.buckets = buckets;
    }

    public long bucketMs() {
      return bucketMs;
    }

    /** How many buckets are kept. */
    public int buckets() {
      return buckets;
    }

    /** The finest level that reaches back this far. */
    public static Level reaching(long ms) {
      for (Level level : values()) {
        if (level.bucketMs * level.buckets >= ms) {
          return level;
        }
      }
      return COARSE;
    }
  }

  /** Where {@link Series#copy} puts buckets, oldest first; used again and again by its owner. */
  public static final class Buckets {
    private final long[] startMs;
    private final double[] first;
    private final double[] last;
    private final double[] least;
    private final double[] greatest;
    private int size;

    public Buckets(int capacity) {
      startMs = new long[capacity];
      first = new double[capacity];
      last = new double[capacity];
      least = new double[capacity];
      greatest = new double[capacity];
    }

    public int size() {
      return size;
    }

    /** Start of the bucket, epoch ms. Buckets in which nothing came are left out. */
    public long startMs(int at) {
      return startMs[at];
    }

    /**
     * First number in the bucket; {@code NaN} if the publisher reported an error in it, so that a
     * line is broken there.
     */
    public double first(int at) {
      return first[at];
    }

    public double last(int at) {
      return last[at];
    }

    public double least(int at) {
      return least[at];
    }

    public double greatest(int at) {
      return greatest[at];
    }
  }

  private static final VarHandle SEQUENCE;

  static {
    try {
      SEQUENCE = MethodHandles.lookup().findVarHandle(Series.class, "sequence", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String topic;
  private final String member;
  private final Runnable end;
  private final Ring[] rings;
  private int sequence;

  Series(String topic, String member, Runnable end) {
    this.topic = topic;
    this.member = member;
    this.end = end;
    Level[] levels = Level.values();
    rings = new Ring[levels.length];
    Arrays.setAll(rings, i -> new Ring(levels[i].bucketMs, levels[i].buckets));
  }

  public String topic() {
    return topic;
  }

  /** Members divided by dots, empty for the payload itself. */
  public String member() {
    return member;
  }

  /**
   * Copies the buckets of a level that start in a span of time, at most as many as fit, the newest
   * ones.
   *
   * @return how many
   */
  public int copy(Level level, long fromMs, long toMs, Buckets into) {
    Ring ring = rings[level.ordinal()];
    while (true) {
      int before = (int) SEQUENCE.getAcquire(this);
      if ((before & 1) == 0) {
        ring.copy(fromMs, toMs, into);
        VarHandle.loadLoadFence();
        if ((int) SEQUENCE.getOpaque(this) == before) {
          return into.size;
        }
      }
      Thread.onSpinWait();
    }
  }

  /** Takes in a number, {@code NaN} for an error; by the writing thread. */
  void add(double number, long epochMs) {
    SEQUENCE.setOpaque(this, sequence + 1);
    VarHandle.storeStoreFence();
    for (Ring ring : rings) {
      ring.add(number, epochMs);
    }
    SEQUENCE.setRelease(this, sequence + 1);
  }

  /** Takes in what is known of the time before the series was asked for. */
  void addPast(double number, long epochMs) {
    SEQUENCE.setOpaque(this, sequence + 1);
    VarHandle.storeStoreFence();
    for (Ring ring : rings) {
      if (ring.bucketMs >= 1_000) {
        ring.add(number, epochMs);
      }
    }
    SEQUENCE.setRelease(this, sequence + 1);
  }

  /** Ends the recording; what was copied stays. */
  @Override
  public void close() {
    end.run();
  }

  /** Only buckets in which something came take a place. */
  private static final class Ring {
    final long bucketMs;
    final int capacity;
    final long[] starts;
    final double[] numbers;
    int next;
    int filled;

    Ring(long bucketMs, int capacity) {
      this.bucketMs = bucketMs;
      this.capacity = capacity;
      starts = new long[capacity];
      numbers = new double[4 * capacity];
    }

    void add(double number, long epochMs) {
      long start = epochMs - Math.floorMod(epochMs, bucketMs);
      int newest = Math.floorMod(next - 1, capacity);
      if (filled == 0 || starts[newest] < start) {
        begin(number, start);
      } else {
        extend(4 * newest, number);
      }
    }

    private void begin(double number, long start) {
      starts[next] = start;
      Arrays.fill(numbers, 4 * next, 4 * next + 4, number);
      next = (next + 1) % capacity;
      filled = Math.min(filled + 1, capacity);
    }

    private void extend(int at, double number) {
      if (Double.isNaN(numbers[at])) {
        numbers[at] = number;
      }
      numbers[at + 1] = number;
      numbers[at + 2] = least(numbers[at + 2], number);
      numbers[at + 3] = -least(-numbers[at + 3], -number);
    }

    private static double least(double a, double b) {
      return Double.isNaN(a) || b < a ? b : a;
    }

    void copy(long fromMs, long toMs, Buckets into) {
      int count = 0;
      int newest = 0;
      for (int back = 1; back <= filled && count < into.startMs.length; back++) {
        long start = starts[Math.floorMod(next - back, capacity)];
        if (start + bucketMs <= fromMs) {
          break;
        }
        if (start < toMs) {
          newest = count == 0 ? back : newest;
          count++;
        }
      }
      for (int k = 0; k < count; k++) {
        put(into, count - 1 - k, Math.floorMod(next - newest - k, capacity));
      }
      into.size = count;
    }

    private void put(Buckets into, int to, int from) {
      into.startMs[to] = starts[from];
      into.first[to] = numbers[4 * from];
      into.last[to] = numbers[4 * from + 1];
      into.least[to] = numbers[4 * from + 2];
      into.greatest[to] = numbers[4 * from + 3];
    }
  }
}
