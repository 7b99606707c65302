package dev.plantwright.engine.broker.durability;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of the log. Header: eight bytes of magic, eight of the position of its first record. A
 * record: length of kind and body (4 bytes), CRC-32C of kind and body (4), kind (1), body.
 *
 * @param base position of the first record
 */
record Segment(Path file, long base) {
  static final int HEADER = 16;
  static final int RECORD_HEADER = 8;
  private static final long MAGIC = 0x50_57_4C_4F_47_00_00_01L;
  private static final Logger LOG = LoggerFactory.getLogger(Segment.class);

  static Segment at(Path dir, long base) {
    return new Segment(dir.resolve("%020d.log".formatted(base)), base);
  }

  static Segment of(Path file) {
    String name = file.getFileName().toString();
    return new Segment(file, Long.parseLong(name.substring(0, name.length() - 4)));
  }

  /** Makes the file with its header. */
  FileChannel create() throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.write(ByteBuffer.allocate(HEADER).putLong(MAGIC).putLong(base).flip());
    return channel;
  }

  FileChannel append() throws IOException {
    return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /**
   * Reads all records. What a kill cut off at the end of the last segment is taken away; a damaged
   * file is set aside under another name and replaced by what of it is good, at the same positions.
   *
   * @return the position behind the last record
   */
  long replay(boolean last, SegmentedLog.Replay replay) throws IOException {
    byte[] content = Files.readAllBytes(file);
    ByteBuf in = Unpooled.wrappedBuffer(content);
    if (last && content.length < HEADER) {
      Files.delete(file);
      return base;
    }
    if (content.length < HEADER || in.readLong() != MAGIC || in.readLong() != base) {
      setAside(null);
      return base;
    }
    boolean damaged = false;
    while (in.isReadable()) {
      int at = in.readerIndex();
      int length = in.readableBytes() < RECORD_HEADER ? Integer.MAX_VALUE : in.getInt(at);
      if (length < 1 || length > in.readableBytes() - RECORD_HEADER) {
        boolean torn = last && length >= 1;
        damaged |= !torn;
        content = Arrays.copyOf(content, at);
        LOG.info("{} ends in the middle of a record at byte {}", file, at);
        break;
      }
      if (!visit(in, at, length, replay)) {
        damaged = true;
        fill(content, at, length);
      }
      in.readerIndex(at + RECORD_HEADER + length);
    }
    repair(content, damaged);
    return base + content.length - HEADER;
  }

  private boolean visit(ByteBuf in, int at, int length, SegmentedLog.Replay replay) {
    CRC32C crc = new CRC32C();
    crc.update(in.array(), at + RECORD_HEADER, length);
    if ((int) crc.getValue() != in.getInt(at + 4)) {
      return false;
    }
    ByteBuf body = in.slice(at + RECORD_HEADER + 1, length - 1);
    long start = base + at - HEADER;
    try {
      LogRecord kind = LogRecord.of(in.getByte(at + RECORD_HEADER));
      replay.record(kind, body, start, start + RECORD_HEADER + length);
      return true;
    } catch (RuntimeException e) {
      LOG.error("{}: the record at byte {} cannot be read: {}", file, at, e.getMessage());
      return false;
    }
  }

  private static void fill(byte[] content, int at, int length) {
    content[at + RECORD_HEADER] = (byte) LogRecord.FILLER.code();
    CRC32C crc = new CRC32C();
    crc.update(content, at + RECORD_HEADER, length);
    ByteBuffer.wrap(content).putInt(at + 4, (int) crc.getValue());
  }

  private void repair(byte[] content, boolean damaged) throws IOException {
    if (damaged) {
      setAside(content);
    } else if (content.length < Files.size(file)) {
      try (FileChannel channel = append()) {
        channel.truncate(content.length);
      }
    }
  }

  private void setAside(byte[] good) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    LOG.error("{} is damaged; set aside as {}, what is good of it is kept", file, aside);
    Path repaired = file.resolveSibling(file.getFileName() + ".repaired");
    if (good != null) {
      Files.write(repaired, good, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    if (good != null) {
      Files.move(repaired, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
