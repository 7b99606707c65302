package dev.plantwright.live;

import dev.plantwright.sites.mqtt.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last messages of one topic: those that were still remembered when it was asked for, and all
 * since. Written by one thread; any thread may read.
 */
public final class History implements AutoCloseable {
  /** So many messages are kept. */
  public static final int LENGTH = 200;

  private static final long MAX_BYTES = 8L << 20;

  private final String topic;
  private final Runnable end;
  private final Deque<Message> kept = new ArrayDeque<>();
  private long bytes;
  private volatile List<Message> messages = List.of();

  History(String topic, Runnable end) {
    this.topic = topic;
    this.end = end;
  }

  public String topic() {
    return topic;
  }

  /**
   * Newest first, at most {@value #LENGTH}, fewer if they are large; another list when one came.
   */
  public List<Message> messages() {
    return messages;
  }

  /** Ends it; {@link #messages} stay. */
  @Override
  public void close() {
    end.run();
  }

  void begin(List<Message> past) {
    past.forEach(this::keep);
    messages = List.copyOf(kept);
  }

  void offer(Message message) {
    if (message.topic().equals(topic)) {
      keep(message);
      messages = List.copyOf(kept);
    }
  }

  private void keep(Message message) {
    kept.addFirst(message);
    bytes += Recent.weight(message);
    while (kept.size() > LENGTH || bytes > MAX_BYTES && kept.size() > 1) {
      bytes -= Recent.weight(kept.removeLast());
    }
  }
}
