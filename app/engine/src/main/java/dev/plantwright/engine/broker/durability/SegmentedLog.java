package dev.plantwright.engine.broker.durability;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append log of our own in segments. All that is appended while a batch is being written goes
 * into the next one, so the load sets the size of the batches.
 */
public final class SegmentedLog implements Durability {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentedLog.class);
  private static final int CONGESTED = 4 << 20;
  private static final int RETAINED_BUFFER = 1 << 20;

  private final Executor loop;
  private final Options options;
  private final Path dir;
  private final List<Segment> found;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("broker-log").daemon(true).factory());
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private LogWriter writer;
  private ByteBuf pending = Unpooled.buffer(4096);
  private ByteBuf spare = Unpooled.buffer(4096);
  private boolean writing;
  private boolean handOverPlanned;
  private long end;
  private long settled;
  private long size;
  private long forgetBefore;

  private record Waiting(long position, Outcome outcome) {}

  private SegmentedLog(Executor loop, Options options, Path dir, List<Segment> found) {
    this.loop = loop;
    this.options = options;
    this.dir = dir;
    this.found = found;
  }

  /** How a log is kept. */
  public record Options(int segmentBytes, Policy policy) {
    public static final Options DEFAULT = new Options(16 << 20, Policy.PROCESS);
  }

  /** Takes the records of an opened log; may throw to have a record counted as damaged. */
  public interface Replay {
    void record(LogRecord kind, ByteBuf body, long start, long end);
  }

  /**
   * Finds the log of a folder; {@link #replay} must follow before anything else.
   *
   * @param loop the thread that owns the log from then on
   */
  public static SegmentedLog open(Path dir, Executor loop, Options options) throws IOException {
    Files.createDirectories(dir);
    try (Stream<Path> files = Files.list(dir)) {
      List<Segment> segments =
          files
              .filter(f -> f.getFileName().toString().matches("\\d{20}\\.log"))
              .sorted()
              .map(Segment::of)
              .toList();
      return new SegmentedLog(loop, options, dir, segments);
    }
  }

  /** Hands over all records, oldest first, on the calling thread, and gets ready to append. */
  public void replay(Replay replay) throws IOException {
    for (Segment segment : found) {
      end = Math.max(end, segment.replay(segment.equals(found.getLast()), replay));
    }
    List<Segment> left = found.stream().filter(s -> Files.exists(s.file())).toList();
    boolean sync = options.policy() == Policy.DISK;
    writer = new LogWriter(dir, options.segmentBytes(), sync, left);
    settled = end;
    size = writer.size();
  }

  @Override
  public long append(LogRecord kind, Consumer<ByteBuf> body) {
    int at = pending.writerIndex();
    pending.writeLong(0).writeByte(kind.code());
    body.accept(pending);
    int content = at + Segment.RECORD_HEADER;
    int length = pending.writerIndex() - content;
    CRC32C crc = new CRC32C();
    crc.update(pending.array(), pending.arrayOffset() + content, length);
    pending.setInt(at, length).setInt(at + 4, (int) crc.getValue());
    end += Segment.RECORD_HEADER + length;
    size += Segment.RECORD_HEADER + length;
    planHandOver();
    return end;
  }

  private void planHandOver() {
    if (!writing && !handOverPlanned) {
      handOverPlanned = true;
      loop.execute(this::handOver);
    }
  }

  private void handOver() {
    handOverPlanned = false;
    if (writing || !pending.isReadable()) {
      return;
    }
    writing = true;
    ByteBuf batch = pending;
    pending = spare;
    long batchEnd = end;
    long unneeded = forgetBefore;
    thread.execute(() -> write(batch, batchEnd, unneeded));
  }

  private void write(ByteBuf batch, long batchEnd, long unneeded) {
    String failure = null;
    long bytes = -1;
    try {
      writer.write(batch.nioBuffer(), batchEnd - batch.readableBytes());
      writer.deleteBefore(unneeded);
      bytes = writer.size();
    } catch (IOException | RuntimeException e) {
      LOG.error("the broker's log cannot be written: {}", e.toString());
      failure = "the message could not be stored: " + e.getMessage();
    }
    String sentence = failure;
    long onDisk = bytes;
    loop.execute(() -> written(batch, batchEnd, onDisk, sentence));
  }

  private void written(ByteBuf batch, long batchEnd, long onDisk, String failure) {
    writing = false;
    settled = batchEnd;
    if (onDisk >= 0) {
      size = onDisk + pending.readableBytes();
    }
    spare = batch.capacity() > RETAINED_BUFFER ? Unpooled.buffer(4096) : batch.clear();
    while (!waiting.isEmpty() && waiting.getFirst().position <= settled) {
      Outcome outcome = waiting.removeFirst().outcome;
      if (failure == null) {
        outcome.safe();
      } else {
        outcome.lost(failure);
      }
    }
    handOver();
  }

  @Override
  public void whenSafe(long position, Outcome outcome) {
    if (isSafe(position)) {
      outcome.safe();
    } else {
      waiting.add(new Waiting(position, outcome));
    }
  }

  @Override
  public boolean isSafe(long position) {
    return position <= settled;
  }

  @Override
  public boolean congested() {
    return pending.readableBytes() > CONGESTED;
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void forgetBefore(long position) {
    forgetBefore = position;
  }

  @Override
  public void close() {
    loop.execute(this::handOver);
    try {
      closeWriter();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeWriter() throws InterruptedException {
    // Twice: what was appended while a batch was being written is handed over when it is done.
    for (int i = 0; i < 2; i++) {
      CountDownLatch passed = new CountDownLatch(1);
      loop.execute(() -> thread.execute(() -> loop.execute(passed::countDown)));
      passed.await(10, TimeUnit.SECONDS);
    }
    thread.execute(
        () -> {
          try {
            writer.close();
          } catch (IOException e) {
            LOG.warn("closing the broker's log: {}", e.toString());
          }
        });
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
