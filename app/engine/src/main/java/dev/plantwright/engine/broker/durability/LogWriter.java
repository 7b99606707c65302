package dev.plantwright.engine.broker.durability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The end of the log on disk. Confined to the writing thread once the log is open. */
final class LogWriter {
  private final Path dir;
  private final int segmentBytes;
  private final boolean sync;
  private final Deque<Segment> segments;
  private FileChannel channel;
  private long length;
  private long size;

  LogWriter(Path dir, int segmentBytes, boolean sync, List<Segment> existing) throws IOException {
    this.dir = dir;
    this.segmentBytes = segmentBytes;
    this.sync = sync;
    this.segments = new ArrayDeque<>(existing);
    for (Segment segment : segments) {
      size += Files.size(segment.file());
    }
    if (!segments.isEmpty()) {
      channel = segments.getLast().append();
      length = channel.size();
    }
  }

  /**
   * Writes a batch that begins at the position.
   *
   * @throws IOException nothing of the batch is in the log
   */
  void write(ByteBuffer batch, long position) throws IOException {
    if (channel == null || length >= segmentBytes) {
      roll(position);
    }
    long before = length;
    try {
      while (batch.hasRemaining()) {
        length += channel.write(batch);
      }
      size += length - before;
      if (sync) {
        channel.force(false);
      }
    } catch (IOException e) {
      abandon(before);
      throw e;
    }
  }

  private void roll(long position) throws IOException {
    closeChannel();
    Segment next = Segment.at(dir, position);
    try {
      channel = next.create();
    } catch (IOException e) {
      Files.deleteIfExists(next.file());
      throw e;
    }
    segments.add(next);
    length = Segment.HEADER;
    size += length;
  }

  /** Positions go on behind what was lost, so the next batch begins a segment of its own. */
  private void abandon(long before) throws IOException {
    if (before == Segment.HEADER) {
      closeChannel();
      size -= Segment.HEADER;
      Files.deleteIfExists(segments.removeLast().file());
    } else {
      channel.truncate(before);
      closeChannel();
    }
  }

  private void closeChannel() throws IOException {
    if (channel != null) {
      FileChannel closing = channel;
      channel = null;
      closing.close();
    }
  }

  /** Deletes the segments that end before the position. */
  void deleteBefore(long position) throws IOException {
    while (segments.size() > 1) {
      Segment first = segments.removeFirst();
      if (segments.getFirst().base() > position) {
        segments.addFirst(first);
        return;
      }
      size -= Files.size(first.file());
      Files.delete(first.file());
    }
  }

  /** Bytes of all files. */
  long size() {
    return size;
  }

  void close() throws IOException {
    closeChannel();
  }
}
