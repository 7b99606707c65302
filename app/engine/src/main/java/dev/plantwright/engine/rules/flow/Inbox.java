package dev.plantwright.engine.rules.flow;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Messages that wait for a rule. When it is full the oldest is dropped and counted. */
final class Inbox {
  private final BlockingQueue<Message> queue;
  private final AtomicLong dropped = new AtomicLong();

  Inbox(int capacity) {
    this.queue = new ArrayBlockingQueue<>(capacity);
  }

  /** From any thread; never waits. */
  void offer(Message message) {
    while (!queue.offer(message)) {
      if (queue.poll() != null) {
        dropped.incrementAndGet();
      }
    }
  }

  /** The next message; empty when none came in that time. */
  Optional<Message> next(long milliseconds) throws InterruptedException {
    return Optional.ofNullable(queue.poll(milliseconds, TimeUnit.MILLISECONDS));
  }

  int size() {
    return queue.size();
  }

  long dropped() {
    return dropped.get();
  }
}
