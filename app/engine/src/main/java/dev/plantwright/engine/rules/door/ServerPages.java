package dev.plantwright.engine.rules.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code /} and {@code /ping}. */
final class ServerPages {
  /** The version of the product whose answers this door gives. */
  private static final String VERSION = "2.4.0";

  private final InstantSource clock;
  private final long started;
  private final JsonMapper json = new JsonMapper();

  ServerPages(InstantSource clock) {
    this.clock = clock;
    this.started = clock.millis();
  }

  void register(EkuiperDoor.Routes routes, Router router) {
    routes.route(router, HttpMethod.GET, "/", request -> about());
    routes.route(router, HttpMethod.POST, "/", request -> about());
    routes.route(router, HttpMethod.GET, "/ping", request -> Reply.empty(200));
  }

  private Reply about() {
    Runtime runtime = Runtime.getRuntime();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    double share = 100 * Math.max(0, load) / runtime.availableProcessors();
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("version", VERSION);
    about.put("os", System.getProperty("os.name").toLowerCase(Locale.ROOT));
    about.put("arch", System.getProperty("os.arch"));
    about.put("upTimeSeconds", (clock.millis() - started) / 1000);
    about.put("cpuUsage", "%.2f%%".formatted(share));
    about.put("memoryUsed", Long.toString(runtime.totalMemory() - runtime.freeMemory()));
    about.put("memoryTotal", Long.toString(runtime.maxMemory()));
    return Reply.json(json.writeValueAsString(about));
  }
}
