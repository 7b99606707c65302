package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.driver.DeviceDriver;
import dev.plantwright.engine.gateway.driver.DeviceWorker;
import dev.plantwright.engine.gateway.driver.GroupReading;
import dev.plantwright.engine.gateway.driver.TagReading;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.engine.gateway.north.GatewayAccess;
import dev.plantwright.engine.gateway.north.NorthPlugin;
import dev.plantwright.engine.gateway.store.GatewayStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway without its doors. One thread owns the configuration; everybody else sends it work
 * and waits. Devices and applications have threads of their own, so nothing here waits for them.
 */
public final class GatewayCore implements GatewayAccess, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayCore.class);
  private static final int WAITING = 1_000;
  private static final long DEVICE_SECONDS = 60;
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** What work on the configuration can reach. */
  public record Configuration(
      Nodes nodes,
      Groups groups,
      Tags tags,
      Subscriptions subscriptions,
      Values values,
      Users users) {}

  /** Work on the configuration, done on its thread. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Configuration configuration) throws Refusal;
  }

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("gateway").factory());
  private final GatewayStore store;
  private final Registry registry;
  private final Configuration configuration;
  private final InstantSource clock;

  /** Owns the store from here on. */
  public GatewayCore(
      GatewayStore store, List<DeviceDriver> drivers, List<NorthPlugin> apps, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.registry = new Registry(store, drivers, apps, this, clock);
    this.configuration =
        new Configuration(
            new Nodes(registry),
            new Groups(registry),
            new Tags(registry),
            new Subscriptions(registry),
            new Values(registry),
            new Users(store));
  }

  /** Brings back everything as it was and starts what ran. */
  public void start() throws Refusal {
    call(
        all -> {
          registry.load();
          return null;
        });
  }

  /**
   * Does work on the configuration's thread and waits for it.
   *
   * @throws Refusal what the work refuses, or 1010 when too much work waits
   */
  public <T> T call(Work<T> work) throws Refusal {
    Callable<T> callable = () -> work.run(configuration);
    Future<T> done;
    try {
      done = thread.submit(callable);
    } catch (RejectedExecutionException e) {
      throw new Refusal(Code.BUSY, "The gateway has too much to do, or ends.");
    }
    try {
      return done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Code.BUSY, "Interrupted.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      LOG.error("Work on the gateway's configuration failed", e.getCause());
      throw new Refusal(Code.INTERNAL, "Internal error: " + e.getCause().getMessage());
    }
  }

  @Override
  public List<ReadTag> read(String node, String group, boolean fresh) throws Refusal {
    Values.Source source = call(all -> all.values().source(node, group));
    if (fresh && source.worker().isPresent()) {
      await(source.worker().get().readNow(group));
      source = call(all -> all.values().source(node, group));
    }
    return readings(source, clock.millis());
  }

  private static List<ReadTag> readings(Values.Source source, long now) {
    Map<String, TagReading> byName = new HashMap<>();
    source.newest().ifPresent(newest -> byName.putAll(fresh(newest, now)));
    TagReading missing =
        TagReading.bad(source.worker().isPresent() ? Code.NO_VALUE_YET : Code.NOT_RUNNING, now);
    List<ReadTag> result = new ArrayList<>();
    for (Tag tag : source.group().tags()) {
      if (tag.attributes().read() || tag.attributes().subscribe()) {
        result.add(new ReadTag(tag, byName.getOrDefault(tag.name(), missing)));
      }
    }
    return result;
  }

  /** By name; all of them too old after sixty intervals without a new reading. */
  private static Map<String, TagReading> fresh(GroupReading newest, long now) {
    Group group = newest.group();
    boolean old = now - newest.millis() > 60 * group.interval();
    Map<String, TagReading> byName = new HashMap<>();
    for (int at = 0; at < group.tags().size(); at++) {
      TagReading reading = newest.readings().get(at);
      byName.put(
          group.tags().get(at).name(),
          old && reading.good() ? TagReading.bad(Code.VALUE_UNUSABLE, reading.millis()) : reading);
    }
    return byName;
  }

  @Override
  public void write(String node, Map<String, List<NamedValue>> groups, boolean several)
      throws Refusal {
    Values.Order order = call(all -> all.values().order(node, groups, several));
    int code = await(order.worker().write(order.writes())).orElse(Code.NO_ANSWER);
    if (code != Code.OK) {
      throw new Refusal(code);
    }
  }

  /** Reads a tag once that need not be configured. */
  public TagReading readOne(String node, TagDraft draft) throws Refusal {
    Tag tag = call(all -> all.tags().probe(node, draft));
    DeviceWorker worker = call(all -> all.values().worker(node));
    return await(worker.readOne(tag))
        .orElseGet(() -> TagReading.bad(Code.NO_ANSWER, clock.millis()));
  }

  private static <T> Optional<T> await(CompletableFuture<T> future) {
    try {
      return Optional.ofNullable(future.get(DEVICE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<DriverState> driverStates() {
    try {
      return call(all -> all.nodes().drivers()).stream()
          .map(node -> new DriverState(node.name(), node.link().connected(), node.state().number()))
          .toList();
    } catch (Refusal refusal) {
      return List.of();
    }
  }

  @Override
  public void close() {
    try {
      List<DeviceWorker> workers = call(_ -> registry.endAll());
      for (DeviceWorker worker : workers) {
        worker.awaitEnd(CLOSING);
      }
      thread.shutdown();
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("The gateway's thread does not end");
      }
    } catch (Refusal | InterruptedException e) {
      LOG.warn("The gateway ended unfinished", e);
    } finally {
      thread.shutdownNow();
      store.close();
    }
  }
}
