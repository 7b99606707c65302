package dev.plantwright.sites;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to know. One that throws is logged and does not keep the others from it. */
public final class Listeners<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<Consumer<? super T>> consumers = new CopyOnWriteArrayList<>();

  /** Adds a listener; close the answer to take it away. */
  public Registration add(Consumer<? super T> consumer) {
    consumers.add(consumer);
    return () -> consumers.remove(consumer);
  }

  /** Tells everybody, on the calling thread. */
  public void tell(T value) {
    for (Consumer<? super T> consumer : consumers) {
      try {
        consumer.accept(value);
      } catch (RuntimeException e) {
        LOG.error("A listener failed at {}", value, e);
      }
    }
  }
}
