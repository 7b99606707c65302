package dev.plantwright.plugins.simulation;

import dev.plantwright.api.Frames;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.simulator.Event;
import dev.plantwright.sites.simulator.Events;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The newest {@value #MOST} things that happened at the simulated devices; older ones are
 * forgotten. Events come in on a thread of their own and are read by the FX thread, on which all
 * else happens.
 */
final class Happenings {
  static final int MOST = 100;
  private static final long AGAIN_MS = 3_000;

  private final LinkedBlockingDeque<Event> newest = new LinkedBlockingDeque<>(MOST);
  private final PartContext context;
  private final Workbench workbench;
  private final Frames frames;
  private final AtomicBoolean broken = new AtomicBoolean();
  private Optional<Doors> doors = Optional.empty();
  private Optional<Events> open = Optional.empty();
  private boolean opening;
  private long nextMs;

  Happenings(PartContext context) {
    this.context = context;
    this.workbench = context.workbench();
    this.frames = workbench.frames();
    context.scope().own(this::close);
    context.scope().listen(workbench.site().doors(), this::changed);
  }

  private void changed(Optional<Doors> next) {
    close();
    doors = next.filter(d -> d.site().simulator().isPresent());
    nextMs = 0;
    listen();
  }

  private void close() {
    open.ifPresent(Events::close);
    open = Optional.empty();
  }

  /** Listens if nobody does: to be called now and then. */
  void listen() {
    if (open.isPresent() && broken.getAndSet(false)) {
      close();
    }
    long now = workbench.live().nowMs();
    if (doors.isEmpty() || open.isPresent() || opening || now < nextMs) {
      return;
    }
    opening = true;
    nextMs = now + AGAIN_MS;
    Doors from = doors.get();
    workbench
        .jobs()
        .quietly("Listen to the simulator", p -> from.simulator().events(this::accept, this::ended))
        .then(events -> opened(from, events))
        .failed(e -> opening = false);
  }

  private void opened(Doors from, Events events) {
    opening = false;
    if (context.scope().isClosed() || !doors.equals(Optional.of(from))) {
      events.close();
    } else {
      open = Optional.of(events);
    }
  }

  private void ended(String reason) {
    broken.set(true);
    frames.changed();
  }

  private void accept(Event event) {
    while (!newest.offerFirst(event)) {
      newest.pollLast();
    }
    frames.changed();
  }

  /** Newest first. */
  List<Event> all() {
    return List.copyOf(newest);
  }

  /** When a fault was last seen to begin, epoch ms. */
  OptionalLong began(String device, String kind) {
    return newest.stream()
        .filter(e -> e.kind().equals("fault") && e.device().equals(device))
        .filter(e -> e.detail().equals(kind))
        .mapToLong(Event::ts)
        .findFirst();
  }
}
