package dev.plantwright.engine.gateway.driver;

import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Tag;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervises one device on a virtual thread of its own: reads groups at fixed rate, writes between
 * two requests, reconnects with growing pauses. However slow or silent the device is, nobody but
 * those who ask for it waits.
 */
public final class DeviceWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceWorker.class);
  private static final int INBOX = 256;
  private static final int SILENT_CYCLES = 3;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private sealed interface Message {
    record Write(List<Device.TagWrite> writes, CompletableFuture<Integer> done)
        implements Message {}

    record ReadNow(String group, CompletableFuture<Void> done) implements Message {}

    record ReadOne(Tag tag, CompletableFuture<TagReading> done) implements Message {}

    record Wake() implements Message {}
  }

  /** When a group is due, kept by the worker's thread. */
  private static final class Schedule {
    Group group;
    long due;
    long polled;
    long overrun;

    Schedule(Group group, long due) {
      this.group = group;
      this.due = due;
    }
  }

  private final String node;
  private final Device device;
  private final InstantSource clock;
  private final Consumer<GroupReading> listener;
  private final ArrayBlockingQueue<Message> inbox = new ArrayBlockingQueue<>(INBOX);
  private final Map<String, GroupReading> newest = new ConcurrentHashMap<>();
  private final Map<String, Schedule> schedules = new LinkedHashMap<>();
  private final BackOff backOff = new BackOff();
  private final Thread thread;
  private volatile List<Group> wanted;
  private volatile LinkState link = LinkState.NEW;
  private volatile boolean closed;
  private List<Group> planned = List.of();
  private long nextTryNanos = System.nanoTime();
  private int silentCycles;

  /** The last thing heard of the device was silence: it gets one chance at a time. */
  private boolean suspect;

  /**
   * Starts at once.
   *
   * @param listener called on the worker's thread after each reading; must not block
   */
  public DeviceWorker(
      String node,
      Device device,
      List<Group> groups,
      InstantSource clock,
      Consumer<GroupReading> listener) {
    this.node = node;
    this.device = device;
    this.wanted = groups;
    this.clock = clock;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("device " + node).start(this::run);
  }

  /** Takes effect at the next cycle; groups that did not change keep their rhythm. */
  public void groups(List<Group> groups) {
    wanted = groups;
    inbox.offer(new Message.Wake());
  }

  public LinkState link() {
    return link;
  }

  public long roundTripMillis() {
    return device.roundTripMillis();
  }

  /** The newest readings by group; groups never read are not in it. */
  public Map<String, GroupReading> newest() {
    return Collections.unmodifiableMap(newest);
  }

  /** Completes with Neuron's error number; before the next request of a reading that runs. */
  public CompletableFuture<Integer> write(List<Device.TagWrite> writes) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    if (closed || !inbox.offer(new Message.Write(writes, done))) {
      done.complete(closed ? Code.NOT_RUNNING : Code.BUSY);
    }
    return done;
  }

  /** Completes when the group was read once more. */
  public CompletableFuture<Void> readNow(String group) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (closed || !inbox.offer(new Message.ReadNow(group, done))) {
      done.complete(null);
    }
    return done;
  }

  /** Reads a tag that need not be configured. */
  public CompletableFuture<TagReading> readOne(Tag tag) {
    CompletableFuture<TagReading> done = new CompletableFuture<>();
    if (closed || !inbox.offer(new Message.ReadOne(tag, done))) {
      done.complete(TagReading.bad(Code.BUSY, clock.millis()));
    }
    return done;
  }

  private void run() {
    try {
      while (!closed) {
        replan();
        Message message = inbox.poll(untilNext(), TimeUnit.NANOSECONDS);
        if (message != null) {
          handle(message);
        }
        work();
      }
    } catch (InterruptedException e) {
      LOG.debug("Node {} ends", node);
    } finally {
      // The interrupt that ended the work must not end the closing.
      Thread.interrupted();
      device.close();
      link = LinkState.NEW;
      leaveNobodyWaiting();
    }
  }

  private void work() {
    try {
      if (!device.connected() && System.nanoTime() - nextTryNanos >= 0) {
        connect();
      }
      for (Schedule schedule : schedules.values()) {
        if (closed || inboxHasReads()) {
          return;
        }
        if (System.nanoTime() - schedule.due >= 0) {
          poll(schedule);
          advance(schedule);
        }
      }
    } catch (RuntimeException e) {
      LOG.error("Node {}: the driver failed; it is connected anew", node, e);
      device.disconnect();
      retryLater("The driver failed: " + e);
    }
  }

  private boolean inboxHasReads() {
    return inbox.peek() instanceof Message.ReadNow;
  }

  private void connect() {
    try {
      device.connect();
      link = LinkState.UP;
      silentCycles = 0;
    } catch (IOException e) {
      suspect = false;
      retryLater(e.getMessage());
    }
  }

  private void retryLater(String cause) {
    long wait = backOff.failed();
    nextTryNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait);
    if (!cause.equals(link.cause())) {
      LOG.warn("Node {}: {} Next try in {} s.", node, cause, wait / 1000);
    }
    link = new LinkState(false, cause, clock.millis() + wait);
  }

  private void poll(Schedule schedule) {
    long before = System.nanoTime();
    Cycle cycle =
        device.connected() ? device.read(schedule.group, this::turn) : notConnected(schedule.group);
    judge(cycle);
    double took = (System.nanoTime() - before) / 1e6;
    schedule.polled++;
    GroupReading reading =
        new GroupReading(
            schedule.group,
            cycle.readings(),
            cycle.requests(),
            clock.millis(),
            took,
            schedule.polled,
            schedule.overrun);
    newest.put(schedule.group.name(), reading);
    listener.accept(reading);
  }

  private Cycle notConnected(Group group) {
    int code = suspect ? Code.NO_ANSWER : Code.NOT_CONNECTED;
    TagReading bad = TagReading.bad(code, clock.millis());
    return new Cycle(Collections.nCopies(group.tags().size(), bad), List.of());
  }

  private void judge(Cycle cycle) {
    if (cycle.anyAnswer()) {
      backOff.worked();
      silentCycles = 0;
      suspect = false;
    } else if (cycle.anySilence() && ++silentCycles >= (suspect ? 1 : SILENT_CYCLES)) {
      suspect = true;
      device.disconnect();
      retryLater("The device does not answer.");
      return;
    }
    if (!device.connected() && link.connected()) {
      retryLater("The connection broke.");
    }
  }

  /** Writes overtake what is left of a reading. */
  private void turn() {
    for (int i = 0; i < INBOX && inbox.peek() instanceof Message.Write; i++) {
      handle(inbox.poll());
    }
  }

  private void handle(Message message) {
    switch (message) {
      case Message.Write(List<Device.TagWrite> writes, CompletableFuture<Integer> done) ->
          done.complete(writeNow(writes));
      case Message.ReadNow(String group, CompletableFuture<Void> done) -> {
        Schedule schedule = schedules.get(group);
        if (schedule != null) {
          poll(schedule);
        }
        done.complete(null);
      }
      case Message.ReadOne(Tag tag, CompletableFuture<TagReading> done) ->
          done.complete(
              device.connected()
                  ? device.readOne(tag)
                  : TagReading.bad(Code.NOT_CONNECTED, clock.millis()));
      case Message.Wake() -> {}
    }
  }

  private int writeNow(List<Device.TagWrite> writes) {
    try {
      if (!device.connected() && link.nextTryMillis() == 0) {
        connect();
      }
      return device.connected() ? device.write(writes) : Code.NOT_CONNECTED;
    } catch (RuntimeException e) {
      LOG.error("Node {}: the driver failed while writing", node, e);
      return Code.INTERNAL;
    }
  }

  private void replan() {
    List<Group> groups = wanted;
    if (groups.equals(planned)) {
      return;
    }
    Map<String, Schedule> old = Map.copyOf(schedules);
    schedules.clear();
    for (Group group : groups) {
      Schedule kept = old.get(group.name());
      if (kept == null || kept.group.interval() != group.interval()) {
        kept = new Schedule(group, System.nanoTime());
      }
      kept.group = group;
      schedules.put(group.name(), kept);
    }
    newest.keySet().retainAll(schedules.keySet());
    planned = groups;
  }

  private long untilNext() {
    long now = System.nanoTime();
    long wait = device.connected() ? IDLE_NANOS : Math.min(IDLE_NANOS, nextTryNanos - now);
    for (Schedule schedule : schedules.values()) {
      wait = Math.min(wait, schedule.due - now);
    }
    return Math.max(wait, 0);
  }

  private static void advance(Schedule schedule) {
    long interval = TimeUnit.MILLISECONDS.toNanos(schedule.group.interval());
    long late = System.nanoTime() - schedule.due;
    long missed = Math.max(0, late / interval);
    schedule.overrun += missed;
    schedule.due += (missed + 1) * interval;
  }

  private void leaveNobodyWaiting() {
    for (Message message = inbox.poll(); message != null; message = inbox.poll()) {
      switch (message) {
        case Message.Write write -> write.done().complete(Code.NOT_RUNNING);
        case Message.ReadNow read -> read.done().complete(null);
        case Message.ReadOne read ->
            read.done().complete(TagReading.bad(Code.NOT_RUNNING, clock.millis()));
        case Message.Wake() -> {}
      }
    }
  }

  /** Ends the worker; its device is closed on its own thread soon after. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    leaveNobodyWaiting();
  }

  /** Waits until the device is closed, for so long at most. */
  public void awaitEnd(Duration most) throws InterruptedException {
    if (!thread.join(most)) {
      LOG.warn("Node {} does not end", node);
    }
  }
}
