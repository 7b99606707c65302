package dev.plantwright.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The columns of {@value #SIZE} rows. Written by one thread, read by any.
 *
 * <p>What a row is called never changes once the row can be seen. Its reading is guarded by {@link
 * #sequence}: odd while it is being written, another number afterwards. So the writer never waits,
 * nothing is allocated for a value, and a reader takes a copy again if it was overtaken.
 */
final class Page {
  static final int SHIFT = 10;
  static final int SIZE = 1 << SHIFT;
  static final int MASK = SIZE - 1;

  static final byte BRANCH = 0;
  static final byte CARRIER = 1;
  static final byte MISSING = 2;
  static final byte WHOLE = 3;
  static final byte REAL = 4;
  static final byte FLAG = 5;
  static final byte TEXT = 6;
  static final byte BINARY = 7;

  private static final VarHandle SEQUENCE = MethodHandles.arrayElementVarHandle(int[].class);
  private static final Reading.Trust[] TRUSTS = Reading.Trust.values();

  final String[] name = new String[SIZE];
  final int[] parent = new int[SIZE];
  final boolean[] member = new boolean[SIZE];

  final int[] sequence = new int[SIZE];
  final byte[] form = new byte[SIZE];
  final byte[] trust = new byte[SIZE];
  final boolean[] retained = new boolean[SIZE];
  final short[] code = new short[SIZE];
  final long[] bits = new long[SIZE];
  final String[] text = new String[SIZE];
  final long[] valueMs = new long[SIZE];
  final long[] heardMs = new long[SIZE];
  final long[] firstMs = new long[SIZE];
  final long[] changedMs = new long[SIZE];
  final long[] count = new long[SIZE];
  final float[] meanMs = new float[SIZE];
  final float[] expectedMs = new float[SIZE];
  final float[][] spark = new float[SIZE][];
  final int[] bucket = new int[SIZE];
  final boolean[] watched = new boolean[SIZE];

  void beginWrite(int i) {
    SEQUENCE.setOpaque(sequence, i, sequence[i] + 1);
    VarHandle.storeStoreFence();
  }

  void endWrite(int i) {
    SEQUENCE.setRelease(sequence, i, sequence[i] + 1);
  }

  /** A number to give to {@link #unchangedSince} after the columns were read. */
  int beginRead(int i) {
    for (int spins = 0; ; spins++) {
      int before = (int) SEQUENCE.getAcquire(sequence, i);
      if ((before & 1) == 0) {
        return before;
      }
      if (spins < 100) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  boolean unchangedSince(int i, int before) {
    VarHandle.loadLoadFence();
    return (int) SEQUENCE.getOpaque(sequence, i) == before;
  }

  Reading read(int i, int row) {
    while (true) {
      int before = beginRead(i);
      Reading reading = copy(i, row);
      if (unchangedSince(i, before)) {
        return reading;
      }
    }
  }

  private Reading copy(int i, int row) {
    long counted = count[i];
    byte shape = form[i];
    return new Reading(
        row,
        kind(shape),
        value(shape, bits[i], text[i]),
        TRUSTS[trust[i]],
        code[i],
        valueMs[i],
        heardMs[i],
        firstMs[i],
        changedMs[i],
        counted,
        counted < 2 ? Float.NaN : meanMs[i],
        counted < 4 ? Float.NaN : expectedMs[i],
        retained[i]);
  }

  private static Reading.Kind kind(byte form) {
    return switch (form) {
      case BRANCH -> Reading.Kind.BRANCH;
      case CARRIER -> Reading.Kind.CARRIER;
      default -> Reading.Kind.VALUE;
    };
  }

  private static Value value(byte form, long bits, String text) {
    return switch (form) {
      case WHOLE -> new Value.Whole(bits);
      case REAL -> new Value.Real(Double.longBitsToDouble(bits));
      case FLAG -> new Value.Flag(bits != 0);
      case TEXT -> new Value.Text(text == null ? "" : text);
      case BINARY -> new Value.Binary(bits);
      default -> Value.MISSING;
    };
  }
}
