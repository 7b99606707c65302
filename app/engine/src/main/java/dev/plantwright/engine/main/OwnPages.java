package dev.plantwright.engine.main;

import dev.plantwright.engine.InspectRoute;
import dev.plantwright.engine.broker.Broker;
import dev.plantwright.engine.inspect.EngineHealth;
import dev.plantwright.engine.inspect.EngineHealth.OpenDoor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Pages of the inspect door about the engine as a whole and its broker. */
final class OwnPages {
  private final Broker broker;
  private final Supplier<Map<String, Integer>> ports;
  private final String version = version();

  OwnPages(Broker broker, Supplier<Map<String, Integer>> ports) {
    this.broker = broker;
    this.ports = ports;
  }

  List<InspectRoute> routes() {
    return List.of(
        new InspectRoute("/health", _ -> health()),
        new InspectRoute(
            "/broker",
            _ -> broker.census().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join()));
  }

  private EngineHealth health() {
    Map<String, OpenDoor> doors = new TreeMap<>();
    ports.get().forEach((door, port) -> doors.put(door, new OpenDoor(port, "running")));
    return new EngineHealth(
        "running",
        version,
        ManagementFactory.getRuntimeMXBean().getUptime(),
        ProcessHandle.current().pid(),
        doors);
  }

  private static String version() {
    try (InputStream in = OwnPages.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
