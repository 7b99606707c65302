package dev.plantwright.simulator.control;

import dev.plantwright.plant.simulation.DeviceFault;
import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.Register;
import dev.plantwright.plant.simulation.Signal;
import dev.plantwright.plant.simulation.WireFault;
import dev.plantwright.simulator.device.Device;
import dev.plantwright.simulator.device.Happening;
import dev.plantwright.simulator.device.PointState;
import dev.plantwright.simulator.device.SimulationClock;
import dev.plantwright.simulator.modbus.RegisterValues;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulator's REST door. It believes only requests to a loopback name, so that no web page can
 * drive it, and says what is wrong as {@code {"error": "one sentence"}}.
 */
public final class ControlDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ControlDoor.class);
  private static final double LONGEST_FAULT_S = 86_400;

  private final SimulationClock clock;
  private final List<Device> devices;
  private final String host;
  private final int wantedPort;
  private final Vertx vertx;
  private final EventFeed events;
  private final HttpServer server;

  /**
   * @param devices may still be filled until the door opens
   * @param port 0 for any free one
   */
  public ControlDoor(SimulationClock clock, List<Device> devices, String host, int port) {
    this.clock = clock;
    this.devices = devices;
    this.host = host;
    this.wantedPort = port;
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    this.events = new EventFeed(vertx.getOrCreateContext(), clock);
    this.server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(routes());
  }

  /** Where devices tell what happens to them; any thread. */
  public Consumer<Happening> happenings() {
    return events;
  }

  /** Starts to listen; fails if the port is taken. */
  public CompletionStage<Void> open() {
    return server.listen(wantedPort, host).<Void>mapEmpty().toCompletionStage();
  }

  public int port() {
    return server.actualPort();
  }

  /** Ends all connections; waits a moment for it. */
  public void close() {
    try {
      vertx.close().await(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.warn("The control door did not close in time");
    }
  }

  private Router routes() {
    Router router = Router.router(vertx);
    router.route().handler(new LocalOnly());
    router.route().handler(new BodyReader());
    router.get("/devices").handler(this::devices);
    router.get("/devices/:device/points").handler(this::points);
    router.put("/devices/:device/points/:point").handler(this::set);
    router.delete("/devices/:device/points/:point/hold").handler(this::release);
    router.put("/devices/:device/faults/:kind").handler(this::raise);
    router.delete("/devices/:device/faults/:kind").handler(this::clear);
    router.get("/clock").handler(context -> answer(context, Answers.clock(clock)));
    router.put("/clock").handler(this::setClock);
    router.get("/events").handler(context -> events.add(context.response()));
    router.route().handler(context -> context.fail(404));
    router.route().failureHandler(ControlDoor::failed);
    return router;
  }

  private void devices(RoutingContext context) {
    List<Future<JsonObject>> states =
        devices.stream().map(device -> ask(device, self -> Answers.device(self.state()))).toList();
    Future.all(states)
        .onSuccess(
            ignored -> answer(context, new JsonArray(states.stream().map(Future::result).toList())))
        .onFailure(context::fail);
  }

  private void points(RoutingContext context) {
    reply(
        context,
        device(context),
        self -> {
          JsonArray points = new JsonArray();
          self.points().forEach(point -> points.add(Answers.point(point)));
          return points;
        });
  }

  private void set(RoutingContext context) {
    Device device = device(context);
    Signal point = point(context, device);
    Body body = BodyReader.body(context);
    boolean hold = body.flag("hold").orElse(false);
    if (!body.has("value") && !hold) {
      throw new Refused(400, "\"value\" is missing.");
    }
    Optional<PointValue> value =
        body.has("value") ? Optional.of(value(point, body.value("value"))) : Optional.empty();
    reply(context, device, self -> Answers.point(set(self, point, value, hold)));
  }

  private static PointState set(
      Device device, Signal point, Optional<PointValue> value, boolean hold) {
    return device.set(point, value.orElseGet(() -> device.value(point)), hold);
  }

  private static PointValue value(Signal point, Object json) {
    Register register = point.register().orElseThrow();
    PointValue value =
        switch (json) {
          case String text -> PointValue.of(text);
          case Boolean flag -> PointValue.of(flag ? 1 : 0);
          case Number number -> PointValue.of(number.doubleValue());
          case null, default ->
              throw new Refused(400, "\"value\" must be a number, a text, true or false.");
        };
    RegisterValues.refusal(register, value)
        .ifPresent(
            reason -> {
              throw new Refused(400, reason);
            });
    return value;
  }

  private void release(RoutingContext context) {
    Device device = device(context);
    Signal point = point(context, device);
    reply(
        context,
        device,
        self -> {
          self.release(point);
          return new JsonObject();
        });
  }

  private void raise(RoutingContext context) {
    Device device = device(context);
    String kind = context.pathParam("kind");
    Body body = BodyReader.body(context);
    Optional<Double> seconds = body.number("for_s", 0.1, LONGEST_FAULT_S);
    Optional<DeviceFault> own = device.definition().fault(kind);
    if (own.isPresent()) {
      reply(context, device, self -> raised(self, d -> d.raise(own.get(), seconds)));
    } else {
      WireFault fault = wire(device, kind, body);
      reply(context, device, self -> raised(self, d -> d.raise(fault, seconds)));
    }
  }

  private static JsonObject raised(Device device, Consumer<Device> raise) {
    raise.accept(device);
    return Answers.device(device.state());
  }

  private static WireFault wire(Device device, String kind, Body body) {
    return switch (kind) {
      case WireFault.SILENCE -> new WireFault.Silence();
      case WireFault.EXCEPTION ->
          new WireFault.ExceptionAnswer(body.whole("code", 1, WireFault.ExceptionAnswer.MOST));
      case WireFault.SLOW ->
          new WireFault.SlowAnswer(body.whole("ms", 1, WireFault.SlowAnswer.MOST));
      default -> throw unknownFault(device, kind);
    };
  }

  private void clear(RoutingContext context) {
    Device device = device(context);
    String kind = context.pathParam("kind");
    if (!WireFault.isKind(kind) && device.definition().fault(kind).isEmpty()) {
      throw unknownFault(device, kind);
    }
    reply(context, device, self -> raised(self, d -> d.clear(kind)));
  }

  private static Refused unknownFault(Device device, String kind) {
    return new Refused(404, "%s has no fault \"%s\".".formatted(device.name(), kind));
  }

  private void setClock(RoutingContext context) {
    Body body = BodyReader.body(context);
    double speed =
        body.number("speed", SimulationClock.SLOWEST, SimulationClock.FASTEST)
            .orElseGet(clock::speed);
    clock.set(speed, body.flag("paused").orElseGet(clock::isPaused));
    String detail = clock.isPaused() ? "paused" : "speed " + clock.speed();
    events.accept(new Happening(clock.wallMillis(), "", "clock", detail));
    answer(context, Answers.clock(clock));
  }

  private Device device(RoutingContext context) {
    String name = context.pathParam("device");
    return devices.stream()
        .filter(device -> device.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refused(404, "There is no device \"%s\".".formatted(name)));
  }

  private static Signal point(RoutingContext context, Device device) {
    String name = context.pathParam("point");
    return device
        .definition()
        .signal(name)
        .filter(signal -> signal.register().isPresent())
        .orElseThrow(
            () -> new Refused(404, "%s has no point \"%s\".".formatted(device.name(), name)));
  }

  private void reply(RoutingContext context, Device device, Function<Device, Object> question) {
    ask(device, question).onSuccess(json -> answer(context, json)).onFailure(context::fail);
  }

  private <T> Future<T> ask(Device device, Function<Device, T> question) {
    return Future.fromCompletionStage(device.ask(question), vertx.getOrCreateContext());
  }

  private static void answer(RoutingContext context, Object json) {
    String text = json instanceof JsonArray array ? array.encode() : ((JsonObject) json).encode();
    context.response().putHeader("Content-Type", "application/json").end(text + "\n");
  }

  private static void failed(RoutingContext context) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    Throwable failure = context.failure();
    int status = failure instanceof Refused refused ? refused.status() : context.statusCode();
    String message =
        failure instanceof Refused ? failure.getMessage() : message(context, status, failure);
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(Answers.error(message).encode() + "\n");
  }

  private static String message(RoutingContext context, int status, Throwable failure) {
    String request = context.request().method() + " " + context.request().path();
    if (status == 404) {
      return "There is no " + request + ".";
    }
    if (status >= 500) {
      LOG.error("{} failed", request, failure);
      return "The simulator failed; its log says more.";
    }
    return request + " is not possible.";
  }
}
