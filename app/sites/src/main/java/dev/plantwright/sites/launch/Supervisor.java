package dev.plantwright.sites.launch;

import dev.plantwright.sites.Listeners;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Keeps one child running. A virtual thread owns child and state; everything else reaches it
 * through its inbox.
 */
final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

  /** What the supervisor is told. */
  private sealed interface Order {}

  private enum Wish implements Order {
    START,
    STOP,
    RESTART,
    CLOSE
  }

  private record Ready(ChildProcess child, JsonNode line) implements Order {}

  private record Gone(ChildProcess child, Exit exit) implements Order {}

  private final String name;
  private final JavaCommand java;
  private final Path errors;
  private final Ports ports;
  private final Duration pause;
  private final InstantSource clock;
  private final Listeners<ChildState> listeners;
  private final BlockingQueue<Order> inbox = new ArrayBlockingQueue<>(64);
  private final Thread thread;

  // Owned by the thread; the state is read by others.
  private Optional<ChildProcess> child = Optional.empty();
  private Launch launch = new Launch(List.of(), List.of());
  private boolean replaced;
  private volatile ChildState state = new ChildState.Stopped();

  /** Where a child's ports come from: the arguments of its next start. */
  sealed interface Ports permits EnginePorts, SimulatorPorts {
    /**
     * @param refusal why the start before could not run, most likely for a taken port
     */
    Launch next(Optional<String> refusal);

    /** The child runs with these. */
    void ready(JsonNode line);
  }

  Supervisor(
      String name,
      JavaCommand java,
      Path errors,
      Ports ports,
      Duration pause,
      InstantSource clock,
      Listeners<ChildState> listeners) {
    this.name = name;
    this.java = java;
    this.errors = errors;
    this.ports = ports;
    this.pause = pause;
    this.clock = clock;
    this.listeners = listeners;
    this.thread = Thread.ofVirtual().name("supervisor-" + name).start(this::run);
  }

  ChildState state() {
    return state;
  }

  void start() {
    tell(Wish.START);
  }

  void stop() {
    tell(Wish.STOP);
  }

  void restart() {
    tell(Wish.RESTART);
  }

  /** Ends the child and the supervisor; returns when both are gone. */
  @Override
  public void close() {
    tell(Wish.CLOSE);
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Order order) {
    if (!inbox.offer(order)) {
      LOG.error("The supervisor of {} is stuck; {} is dropped", name, order);
    }
  }

  private void run() {
    try {
      boolean open = true;
      while (open) {
        Order order = next();
        open = order != Wish.CLOSE;
        obey(order);
      }
    } catch (InterruptedException e) {
      stopChild();
    }
  }

  /** The next order, or a start when the pause after a failure is over. */
  private Order next() throws InterruptedException {
    Optional<Instant> restart =
        state instanceof ChildState.Failed failed ? failed.restart() : Optional.empty();
    if (restart.isEmpty()) {
      return inbox.take();
    }
    long millis = Duration.between(clock.instant(), restart.get()).toMillis();
    Order order = inbox.poll(Math.max(0, millis), TimeUnit.MILLISECONDS);
    return order == null ? Wish.START : order;
  }

  private void obey(Order order) {
    switch (order) {
      case Wish.START -> {
        if (child.isEmpty()) {
          startChild(Optional.empty());
        }
      }
      case Wish.STOP, Wish.CLOSE -> stopChild();
      case Wish.RESTART -> {
        stopChild();
        startChild(Optional.empty());
      }
      case Ready ready when isMine(ready.child()) -> {
        ports.ready(ready.line());
        become(
            new ChildState.Running(
                clock.instant(), ready.child().pid(), ready.line(), launch.notes()));
      }
      case Gone gone when isMine(gone.child()) -> failed(gone.exit());
      case Ready ready -> LOG.debug("A former {} was ready", name);
      case Gone gone -> LOG.debug("A former {} is gone", name);
    }
  }

  private boolean isMine(ChildProcess which) {
    return child.filter(mine -> mine == which).isPresent();
  }

  private void startChild(Optional<String> refusal) {
    replaced = refusal.isPresent();
    launch = ports.next(refusal);
    become(new ChildState.Starting(clock.instant()));
    try {
      ChildProcess started = ChildProcess.start(name, java, launch.arguments(), errors);
      child = Optional.of(started);
      started.ready().thenAccept(line -> tell(new Ready(started, line)));
      started.exit().thenAccept(exit -> tell(new Gone(started, exit)));
    } catch (IOException e) {
      LOG.error("{} cannot be started", name, e);
      Exit exit = new Exit(Exit.COULD_NOT_RUN, "cannot be started: " + e.getMessage());
      become(new ChildState.Failed(exit, clock.instant(), Optional.empty()));
    }
  }

  private void failed(Exit exit) {
    boolean wasReady = state instanceof ChildState.Running;
    child = Optional.empty();
    LOG.warn("{} is gone: {} (code {})", name, exit.reason(), exit.code());
    if (exit.code() == Exit.COULD_NOT_RUN && !wasReady && !replaced) {
      startChild(Optional.of(exit.reason()));
      return;
    }
    boolean hopeless = exit.code() == Exit.COULD_NOT_RUN && !wasReady;
    Instant now = clock.instant();
    become(
        new ChildState.Failed(
            exit, now, hopeless ? Optional.empty() : Optional.of(now.plus(pause))));
  }

  private void stopChild() {
    child.ifPresent(
        running -> {
          become(new ChildState.Stopping());
          running.close();
        });
    child = Optional.empty();
    become(new ChildState.Stopped());
  }

  private void become(ChildState next) {
    state = next;
    listeners.tell(next);
  }
}
