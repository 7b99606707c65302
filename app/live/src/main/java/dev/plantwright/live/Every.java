package dev.plantwright.live;

import dev.plantwright.sites.mqtt.Message;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Every message of some topics, in the order of arrival, for whoever must not miss one: a bounded
 * queue. When it is full the newest message is dropped and counted.
 */
public final class Every implements AutoCloseable {
  private final TopicFilter filter;
  private final ArrayBlockingQueue<Message> queue;
  private final Runnable end;
  private volatile long dropped;

  Every(TopicFilter filter, int capacity, Runnable end) {
    this.filter = filter;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.end = end;
  }

  /** The next message, waited for; empty if none came in that time. */
  public Optional<Message> next(Duration wait) throws InterruptedException {
    return Optional.ofNullable(queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
  }

  /**
   * Moves what is there to {@code into}.
   *
   * @return how many
   */
  public int drainTo(Collection<? super Message> into, int most) {
    return queue.drainTo(into, most);
  }

  /** How many messages were dropped because nobody took them. */
  public long dropped() {
    return dropped;
  }

  /** Takes no more; what is queued can still be taken. */
  @Override
  public void close() {
    end.run();
  }

  void offer(Message message) {
    if (filter.matches(message.topic()) && !queue.offer(message)) {
      dropped = dropped + 1;
    }
  }
}
