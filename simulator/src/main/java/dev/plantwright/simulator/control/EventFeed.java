package dev.plantwright.simulator.control;

import dev.plantwright.simulator.device.Happening;
import dev.plantwright.simulator.device.SimulationClock;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Carries what happens at the devices to those who listen, as server-sent events. Any thread may
 * tell; the listeners belong to one Vert.x context. What cannot be carried in time is dropped, and
 * the next event says how much.
 */
final class EventFeed implements Consumer<Happening> {
  private static final int WAITING = 1000;

  private final BlockingQueue<Happening> queue = new ArrayBlockingQueue<>(WAITING);
  private final AtomicBoolean draining = new AtomicBoolean();
  private final AtomicInteger listening = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final Set<HttpServerResponse> listeners = new LinkedHashSet<>();
  private final Context context;
  private final SimulationClock clock;

  EventFeed(Context context, SimulationClock clock) {
    this.clock = clock;
    this.context = context;
  }

  @Override
  public void accept(Happening happening) {
    if (listening.get() == 0) {
      return;
    }
    if (!queue.offer(happening)) {
      dropped.incrementAndGet();
    }
    if (draining.compareAndSet(false, true)) {
      context.runOnContext(ignored -> drain());
    }
  }

  private void drain() {
    draining.set(false);
    for (Happening next = queue.poll(); next != null; next = queue.poll()) {
      send(next);
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      send(new Happening(clock.wallMillis(), "", "dropped", lost + " events"));
    }
  }

  private void send(Happening happening) {
    String event = "data: " + json(happening).encode() + "\n\n";
    for (HttpServerResponse listener : listeners) {
      if (listener.writeQueueFull()) {
        dropped.incrementAndGet();
      } else {
        listener.write(event);
      }
    }
  }

  private static JsonObject json(Happening happening) {
    return new JsonObject()
        .put("ts", happening.ts())
        .put("device", happening.device())
        .put("kind", happening.kind())
        .put("detail", happening.detail());
  }

  /** Sends all that happens from now on, until the client goes away. On the context only. */
  void add(HttpServerResponse response) {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .closeHandler(ignored -> remove(response));
    response.write(": events follow\n\n");
    listeners.add(response);
    listening.set(listeners.size());
  }

  private void remove(HttpServerResponse response) {
    listeners.remove(response);
    listening.set(listeners.size());
  }
}
