package dev.plantwright.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * Owns what something opened and ends it, last first. Lives on the FX thread.
 *
 * <p>A thing added after the end is ended at once.
 */
public final class Scope implements AutoCloseable {
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private boolean closed;

  public <T extends AutoCloseable> T own(T thing) {
    if (closed) {
      end(thing);
    } else {
      owned.push(thing);
    }
    return thing;
  }

  /** Listens until the scope ends, and is told the present value at once. */
  public <T> void listen(ObservableValue<T> value, Consumer<? super T> listener) {
    ChangeListener<T> change = (observable, before, after) -> listener.accept(after);
    value.addListener(change);
    own(() -> value.removeListener(change));
    listener.accept(value.getValue());
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    while (!owned.isEmpty()) {
      end(owned.pop());
    }
  }

  private static void end(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
