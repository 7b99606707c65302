package dev.plantwright.engine.broker.retained;

import dev.plantwright.engine.broker.durability.Durability;
import dev.plantwright.engine.broker.durability.LogRecord;
import dev.plantwright.engine.broker.message.Message;
import dev.plantwright.engine.broker.message.MessageFormat;
import io.netty.buffer.ByteBuf;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The retained message of each topic: in memory by topic, in the log by time. Confined to the
 * broker's loop.
 *
 * <p>The log is kept short without a pause: with each message that is kept while too much of the
 * log is dead, the two that were written longest ago are written again at its end, until whole
 * segments at its start are dead and can go.
 */
public final class RetainedStore {
  private static final Logger LOG = LoggerFactory.getLogger(RetainedStore.class);
  private static final long SMALL_LOG = 16L << 20;
  private static final int MOVED_AT_ONCE = 2;

  private final Durability log;
  private final InstantSource clock;
  private final RetainedTree<Kept> tree = new RetainedTree<>();
  private final Kept ring = new Kept(null, 0, 0);
  private long liveBytes;

  /** A message and where the log has it; a ring in the order of the log. */
  private static final class Kept {
    private final Message message;
    private final long start;
    private final long end;
    private Kept before = this;
    private Kept after = this;

    private Kept(Message message, long start, long end) {
      this.message = message;
      this.start = start;
      this.end = end;
    }

    private void linkBefore(Kept next) {
      before = next.before;
      after = next;
      before.after = this;
      next.before = this;
    }

    private void unlink() {
      before.after = after;
      after.before = before;
    }
  }

  public RetainedStore(Durability log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Takes over what the log says, record by record, before anything else is done. */
  public void replay(LogRecord record, ByteBuf body, long start, long end) {
    switch (record) {
      case FILLER -> {}
      case RETAINED -> index(MessageFormat.read(body), start, end);
      case RETAINED_GONE -> forget(MessageFormat.text(body));
    }
  }

  /**
   * Keeps the message of its topic, or forgets the one that is there if the payload is empty.
   *
   * @return position of the log from which on this is safe
   */
  public long keep(Message message) {
    long end;
    if (message.payload().length == 0) {
      if (!forget(message.topic())) {
        return 0;
      }
      end = log.append(LogRecord.RETAINED_GONE, out -> MessageFormat.text(out, message.topic()));
    } else {
      end = write(message);
    }
    clean();
    return end;
  }

  private long write(Message message) {
    long start = log.end();
    long end = log.append(LogRecord.RETAINED, out -> MessageFormat.write(out, message));
    index(message, start, end);
    return end;
  }

  private void index(Message message, long start, long end) {
    Kept kept = new Kept(message, start, end);
    Kept before = tree.put(message.topic(), kept);
    if (before != null) {
      drop(before);
    }
    kept.linkBefore(ring);
    liveBytes += end - start;
  }

  private boolean forget(String topic) {
    Kept before = tree.remove(topic);
    if (before != null) {
      drop(before);
    }
    return before != null;
  }

  private void drop(Kept kept) {
    kept.unlink();
    liveBytes -= kept.end - kept.start;
  }

  private void clean() {
    if (log.size() < SMALL_LOG + 2 * liveBytes) {
      return;
    }
    for (int i = 0; i < MOVED_AT_ONCE && ring.after != ring; i++) {
      Message oldest = ring.after.message;
      if (oldest.expired(clock.millis())) {
        forget(oldest.topic());
      } else {
        write(oldest);
      }
    }
    log.forgetBefore(ring.after == ring ? log.end() : ring.after.start);
  }

  /** The messages a filter matches, a snapshot; expired ones are left out and forgotten. */
  public List<Message> matching(String filter) {
    List<Message> found = new ArrayList<>();
    List<Message> expired = new ArrayList<>();
    long now = clock.millis();
    tree.match(filter, kept -> (kept.message.expired(now) ? expired : found).add(kept.message));
    for (Message message : expired) {
      LOG.debug("retained message of {} expired", message.topic());
      forget(message.topic());
    }
    return found;
  }

  public int size() {
    return tree.size();
  }
}
