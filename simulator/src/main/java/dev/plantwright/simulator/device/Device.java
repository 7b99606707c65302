package dev.plantwright.simulator.device;

import dev.plantwright.plant.simulation.DeviceFault;
import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.Signal;
import dev.plantwright.plant.simulation.SimulatedDevice;
import dev.plantwright.plant.simulation.WireFault;
import dev.plantwright.simulator.modbus.ModbusDevice;
import dev.plantwright.simulator.modbus.ModbusListener;
import dev.plantwright.simulator.modbus.ModbusMemory;
import dev.plantwright.simulator.model.DeviceModel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running device. All of it lives on one event loop; {@link #ask} is the way in from outside.
 */
public final class Device implements ModbusDevice {
  private static final Logger LOG = LoggerFactory.getLogger(Device.class);

  /** How often it is looked whether a fault comes or goes when no client asks. */
  private static final long TICK_MILLIS = 250;

  /** Simulated time that a device may be behind while nobody asks and nothing happens. */
  private static final long NAP_MILLIS = 60_000;

  private final SimulatedDevice definition;
  private final SimulationClock clock;
  private final EventLoop loop;
  private final Consumer<Happening> happenings;
  private final DeviceModel model;
  private final ModbusMemory memory;
  private final FaultSchedule schedule;
  private final Map<String, ActiveFault> faults = new LinkedHashMap<>();
  private final ModbusListener listener;
  private ScheduledFuture<?> tick;
  private long caughtUp;
  private int clients;
  private long requests;

  /**
   * @param port 0 for any free one
   * @param happenings called on the loop; must not block
   */
  public Device(
      SimulatedDevice definition,
      SimulationClock clock,
      EventLoop loop,
      String host,
      int port,
      Consumer<Happening> happenings) {
    this.definition = definition;
    this.clock = clock;
    this.loop = loop;
    this.happenings = happenings;
    this.model = new DeviceModel(definition);
    this.memory = new ModbusMemory(definition, model);
    this.schedule = new FaultSchedule(definition.schedule(), definition.seed());
    this.listener = new ModbusListener(this, loop, host, port);
  }

  public String name() {
    return definition.name();
  }

  public SimulatedDevice definition() {
    return definition;
  }

  /** The port it listens on, once it is open. */
  public int port() {
    return listener.port();
  }

  /** Opens its port and starts its life. Fails if the port is taken. */
  public CompletionStage<Void> open() {
    return listener
        .open()
        .thenRunAsync(
            () ->
                tick =
                    loop.scheduleAtFixedRate(
                        this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS),
            loop);
  }

  /** Closes its port and its connections. */
  public CompletionStage<Void> close() {
    return ask(self -> {
          if (tick != null) {
            tick.cancel(false);
          }
          return self;
        })
        .thenCompose(self -> listener.close());
  }

  /** Runs something on the device's thread, after the device has caught up with the clock. */
  public <T> CompletionStage<T> ask(Function<Device, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            catchUp();
            answer.complete(question.apply(this));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /** Lives up to now: each fault comes and goes at its own time, whoever asks and when. */
  @Override
  public void catchUp() {
    long now = clock.millis();
    boolean moved = false;
    for (long at = nextChange(); at <= now; at = nextChange()) {
      moved |= model.advanceTo(at);
      change(at);
    }
    if (model.advanceTo(now) || moved) {
      memory.refresh();
    }
    caughtUp = now;
  }

  private long nextChange() {
    long end = faults.values().stream().mapToLong(ActiveFault::until).min().orElse(Long.MAX_VALUE);
    return Math.min(end, schedule.next());
  }

  private void change(long now) {
    List<String> over = new ArrayList<>();
    faults.forEach((kind, fault) -> over.addAll(fault.until() <= now ? List.of(kind) : List.of()));
    over.forEach(this::clear);
    for (FaultSchedule.Due due : schedule.due(now)) {
      String name = due.fault().fault();
      if (!faults.containsKey(name)) {
        begin(name, due.fault().wire(), due.until());
      }
    }
  }

  private void tick() {
    try {
      long now = clock.millis();
      if (nextChange() <= now || now - caughtUp > NAP_MILLIS) {
        catchUp();
      }
    } catch (RuntimeException e) {
      LOG.error("The simulated device {} failed to go on", name(), e);
    }
  }

  private void begin(String kind, Optional<WireFault> wire, long until) {
    if (wire.isPresent()) {
      faults.put(kind, new ActiveFault.OnLine(wire.get(), until));
    } else {
      DeviceFault fault = definition.fault(kind).orElseThrow();
      faults.put(kind, new ActiveFault.OfValues(fault, until));
      model.begin(fault);
    }
    tell("fault", kind);
  }

  // What others ask.

  public DeviceState state() {
    boolean silent = faults.containsKey(WireFault.SILENCE);
    return new DeviceState(
        name(),
        definition.title(),
        definition.protocol(),
        port(),
        silent ? "silent" : "running",
        List.copyOf(faults.keySet()),
        kinds(),
        definition.points().size(),
        clients,
        requests);
  }

  private List<FaultKind> kinds() {
    List<FaultKind> kinds = new ArrayList<>();
    kinds.add(new FaultKind(WireFault.SILENCE, "Answers nothing", true));
    kinds.add(new FaultKind(WireFault.EXCEPTION, "Answers with an exception", true));
    kinds.add(new FaultKind(WireFault.SLOW, "Answers late", true));
    definition
        .faults()
        .forEach(fault -> kinds.add(new FaultKind(fault.name(), fault.title(), false)));
    return kinds;
  }

  public List<PointState> points() {
    return definition.points().stream().map(this::state).toList();
  }

  private PointState state(Signal point) {
    String name = point.name();
    return new PointState(point, memory.shown(name), model.isHeld(name));
  }

  /** Sets a point that exists to a value that it takes; held, it stays there until released. */
  public PointState set(Signal point, PointValue value, boolean hold) {
    if (hold) {
      model.hold(point.name(), value);
    } else {
      model.release(point.name());
      model.write(point.name(), value);
    }
    memory.refresh();
    tell(hold ? "hold" : "set", point.name() + " = " + value.text());
    return state(point);
  }

  /** The value of a point that exists, as a client would read it. */
  public PointValue value(Signal point) {
    return memory.shown(point.name());
  }

  public void release(Signal point) {
    if (model.isHeld(point.name())) {
      model.release(point.name());
      tell("release", point.name());
    }
  }

  /**
   * Gives the device a fault of its line.
   *
   * @param seconds simulated seconds until it ends; empty: until it is cleared
   */
  public void raise(WireFault fault, Optional<Double> seconds) {
    begin(fault.kind(), Optional.of(fault), until(seconds));
  }

  /** Gives the device a fault of its own file. */
  public void raise(DeviceFault fault, Optional<Double> seconds) {
    begin(fault.name(), Optional.empty(), until(seconds));
  }

  private long until(Optional<Double> seconds) {
    return seconds.map(s -> clock.millis() + Math.round(s * 1000)).orElse(Long.MAX_VALUE);
  }

  /** Ends a fault; nothing happens if it is not there. */
  public void clear(String kind) {
    ActiveFault fault = faults.remove(kind);
    if (fault instanceof ActiveFault.OfValues(DeviceFault ofValues, long _)) {
      model.end(ofValues);
    }
    if (fault != null) {
      tell("fault-end", kind);
    }
  }

  // What the line asks and tells.

  @Override
  public ModbusMemory memory() {
    return memory;
  }

  @Override
  public void clients(int change, String client) {
    clients += change;
    tell(change > 0 ? "connected" : "disconnected", client);
  }

  @Override
  public void requested() {
    requests++;
    schedule.begin(clock.millis());
    catchUp();
  }

  @Override
  public Optional<WireFault> answerFault() {
    return onLine(WireFault.SILENCE).or(() -> onLine(WireFault.EXCEPTION));
  }

  @Override
  public int delayMillis() {
    return onLine(WireFault.SLOW).orElse(null) instanceof WireFault.SlowAnswer(int millis)
        ? millis
        : 0;
  }

  private Optional<WireFault> onLine(String kind) {
    return faults.get(kind) instanceof ActiveFault.OnLine(WireFault fault, long _)
        ? Optional.of(fault)
        : Optional.empty();
  }

  @Override
  public void wrote(String point, PointValue value) {
    tell("write", point + " = " + value.text());
  }

  private void tell(String kind, String detail) {
    happenings.accept(new Happening(clock.wallMillis(), name(), kind, detail));
  }
}
