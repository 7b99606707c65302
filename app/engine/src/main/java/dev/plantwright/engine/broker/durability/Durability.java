package dev.plantwright.engine.broker.durability;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/**
 * The promise behind an acknowledgement: what was appended is there after the process was killed.
 * Confined to the broker's loop; the writing is done elsewhere. Positions are bytes since the log
 * began and never shrink.
 */
public interface Durability extends AutoCloseable {
  /** What a record is safe against. */
  enum Policy {
    /** The end of the process, however it ends. */
    PROCESS,
    /** A loss of power: synchronised with the disk, many records at a time. */
    DISK
  }

  /** Called on the loop, in order of positions. */
  interface Outcome {
    void safe();

    /** The record is not in the log: the disk is full or broken. */
    void lost(String sentence);
  }

  /**
   * Appends a record.
   *
   * @param body writes the record's content
   * @return the position behind it
   */
  long append(LogRecord kind, Consumer<ByteBuf> body);

  /** Tells once what became of everything before the position; at once if that is known. */
  void whenSafe(long position, Outcome outcome);

  /** True if everything before the position is safe. */
  boolean isSafe(long position);

  /** Too much waits to be written: take nothing new until what was appended is safe. */
  boolean congested();

  /** The position behind the last record. */
  long end();

  /** Bytes held on disk and waiting. */
  long size();

  /** Nothing before the position is needed any more, as soon as all that is appended is safe. */
  void forgetBefore(long position);

  /** Writes what waits and closes; blocks until that is done; not on the loop. */
  @Override
  void close();
}
