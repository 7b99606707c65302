package dev.plantwright.engine.main;

import dev.plantwright.engine.Credentials;
import dev.plantwright.engine.Door;
import dev.plantwright.engine.EngineContext;
import dev.plantwright.engine.EngineOptions;
import dev.plantwright.engine.EnginePart;
import dev.plantwright.engine.InspectRoute;
import dev.plantwright.engine.broker.Broker;
import dev.plantwright.engine.broker.BrokerOptions;
import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.access.Users;
import dev.plantwright.engine.gateway.Gateway;
import dev.plantwright.engine.inspect.InspectDoor;
import dev.plantwright.engine.rules.Rules;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local engine: a broker, the parts around it, and their doors. MQTT answers first; the other
 * doors open after it, at the same time, and load what they need when they do.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final int EVENT_LOOPS = 2;

  private final EngineOptions options;
  private final InstantSource clock;
  private final FolderLock lock;
  private final Path credentialsFile;
  private final Path siteFile;
  private final Map<String, Integer> ports = new ConcurrentHashMap<>();
  private final List<EnginePart> parts = new CopyOnWriteArrayList<>();
  private Optional<Broker> broker = Optional.empty();
  private Optional<Vertx> vertx = Optional.empty();
  private Optional<Door> inspect = Optional.empty();

  private Engine(EngineOptions options, InstantSource clock, FolderLock lock) {
    this.options = options;
    this.clock = clock;
    this.lock = lock;
    this.credentialsFile = options.dir().resolve("credentials.json").toAbsolutePath();
    this.siteFile = options.dir().resolve("site.json");
  }

  /**
   * Starts an engine and returns when all of its doors answer.
   *
   * @throws CannotStartException a port is taken, the folder is in use or cannot be read; nothing
   *     is left open
   */
  public static Engine start(EngineOptions options) throws CannotStartException {
    checkHost(options);
    Engine engine = new Engine(options, InstantSource.system(), FolderLock.of(options.dir()));
    try {
      engine.open();
      return engine;
    } catch (CannotStartException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private static void checkHost(EngineOptions options) throws CannotStartException {
    try {
      boolean loopback = InetAddress.getByName(options.host()).isLoopbackAddress();
      if (options.wellKnownCredentials() && !loopback) {
        throw new CannotStartException(
            "well-known credentials are for loopback only, not for " + options.host());
      }
    } catch (UnknownHostException e) {
      throw new CannotStartException("there is no host " + options.host(), e);
    }
  }

  private void open() throws CannotStartException {
    Credentials credentials =
        new CredentialsFile(credentialsFile).load(options.wellKnownCredentials());
    Broker mqtt = openBroker(credentials);
    Vertx shared = openVertx();
    openParts(new EngineContext(options.dir(), shared, mqtt, credentials, clock));
    openInspect(shared, credentials, mqtt);
    new SiteFile(siteFile).write(ready());
    LOG.info("all doors answer: {}", ready());
  }

  private Broker openBroker(Credentials credentials) throws CannotStartException {
    Access access =
        credentials
            .mqtt()
            .<Access>map(login -> Users.only(login.user(), login.password()))
            .orElseGet(Users::anonymous);
    Path dir = options.dir().resolve("broker");
    try {
      Broker opened = new Broker(new BrokerOptions(dir, access, clock));
      broker = Optional.of(opened);
      open(new MqttDoor(opened));
      return opened;
    } catch (IOException e) {
      throw new CannotStartException("the broker's log in " + dir + " cannot be read: " + e, e);
    }
  }

  private Vertx openVertx() {
    Vertx opened =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    vertx = Optional.of(opened);
    return opened;
  }

  private void openParts(EngineContext context) throws CannotStartException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> opening = new ArrayList<>();
      builders()
          .forEach(
              (name, build) -> {
                Callable<Void> task = () -> openPart(context, name, build);
                opening.add(threads.submit(task));
              });
      for (Future<Void> part : opening) {
        await(part);
      }
    }
  }

  /** The parts by the name of their folder. */
  private Map<String, Function<EngineContext, EnginePart>> builders() {
    return Map.of(
        "gateway", context -> new Gateway(context, this::isOwnBroker), "rules", Rules::new);
  }

  /** An address that leads to the broker of this engine. */
  private boolean isOwnBroker(String host, int port) {
    if (!Integer.valueOf(port).equals(ports.get("mqtt"))) {
      return false;
    }
    try {
      InetAddress own = InetAddress.getByName(options.host());
      InetAddress asked = InetAddress.getByName(host);
      boolean onLoopback = own.isLoopbackAddress() || own.isAnyLocalAddress();
      return asked.equals(own) || onLoopback && asked.isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Void openPart(
      EngineContext context, String name, Function<EngineContext, EnginePart> build)
      throws IOException, CannotStartException {
    Path dir = Files.createDirectories(context.dir().resolve(name));
    EngineContext own =
        new EngineContext(
            dir, context.vertx(), context.clients(), context.credentials(), context.clock());
    for (Door door : started(name, build, own).doors()) {
      open(door);
    }
    return null;
  }

  private EnginePart started(
      String name, Function<EngineContext, EnginePart> build, EngineContext context)
      throws CannotStartException {
    try {
      EnginePart part = build.apply(context);
      parts.add(part);
      part.start();
      return part;
    } catch (RuntimeException e) {
      throw new CannotStartException("the %s cannot start: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void await(Future<Void> part) throws CannotStartException {
    try {
      part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("the start was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CannotStartException known) {
        throw known;
      }
      throw new CannotStartException("a part could not be started: " + e.getCause(), e);
    }
  }

  private void openInspect(Vertx shared, Credentials credentials, Broker mqtt)
      throws CannotStartException {
    List<InspectRoute> routes = new ArrayList<>(new OwnPages(mqtt, this::ports).routes());
    parts.forEach(part -> routes.addAll(part.inspectRoutes()));
    Door door = new InspectDoor(shared, credentials.inspectToken(), routes);
    inspect = Optional.of(door);
    open(door);
  }

  private void open(Door door) throws CannotStartException {
    int port = options.ports().of(door.key());
    try {
      ports.put(door.key(), door.open(options.host(), port));
      LOG.info("door {} listens on {}:{}", door.key(), options.host(), ports.get(door.key()));
    } catch (IOException e) {
      throw new CannotStartException(
          "door %1$s cannot listen on %2$s:%3$d (%4$s); choose another port with --ports %1$s=PORT"
              .formatted(door.key(), options.host(), port, e.getMessage()),
          e);
    }
  }

  /** The port of each open door. */
  public Map<String, Integer> ports() {
    return Map.copyOf(ports);
  }

  /** What the ready line says. */
  public Ready ready() {
    return new Ready(ports(), options.host(), credentialsFile);
  }

  /** Closes the doors, then the parts, the broker last; never throws; does nothing twice. */
  @Override
  public void close() {
    inspect.ifPresent(Engine::quietly);
    parts.stream().flatMap(part -> part.doors().stream()).forEach(Engine::quietly);
    parts.forEach(Engine::quietly);
    parts.clear();
    vertx.ifPresent(Engine::end);
    broker.ifPresent(Engine::quietly);
    inspect = Optional.empty();
    vertx = Optional.empty();
    broker = Optional.empty();
    new SiteFile(siteFile).delete();
    lock.close();
  }

  private static void end(Vertx vertx) {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("closing the event loops", e);
    }
  }

  private static void quietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.error("closing {}", part.getClass().getSimpleName(), e);
    }
  }
}
