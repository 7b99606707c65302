package dev.plantwright.live;

import dev.plantwright.sites.mqtt.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The newest messages of all topics, bounded by bytes; confined to the writing thread. */
final class Recent {
  private static final int OVERHEAD = 150;

  private final long maxBytes;
  private final Deque<Message> messages = new ArrayDeque<>();
  private long bytes;

  Recent(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  void add(Message message) {
    messages.addLast(message);
    bytes += weight(message);
    while (bytes > maxBytes) {
      bytes -= weight(messages.removeFirst());
    }
  }

  /** The newest messages of a topic, oldest first. */
  List<Message> of(String topic, int most) {
    List<Message> found = new ArrayList<>();
    for (Iterator<Message> it = messages.descendingIterator();
        it.hasNext() && found.size() < most; ) {
      Message message = it.next();
      if (message.topic().equals(topic)) {
        found.add(message);
      }
    }
    Collections.reverse(found);
    return found;
  }

  static long weight(Message message) {
    return OVERHEAD + 2L * message.topic().length() + message.payload().length;
  }
}
