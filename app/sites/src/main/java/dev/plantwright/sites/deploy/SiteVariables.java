package dev.plantwright.sites.deploy;

import dev.plantwright.plant.text.Span;
import dev.plantwright.plant.variables.Variable;
import dev.plantwright.plant.variables.VariableValues;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.Login;
import dev.plantwright.sites.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The values of the variables of plant files on one site: {@code site.mqtt.host}, {@code .port},
 * {@code .user}, {@code .password}, {@code device.NAME.port} of simulated devices, {@code
 * secret:NAME}.
 *
 * @param devices ports by device
 * @param secrets where {@code secret:NAME} comes from
 */
public record SiteVariables(Site site, Map<String, Integer> devices, VariableValues secrets)
    implements VariableValues {
  private static final Logger LOG = LoggerFactory.getLogger(SiteVariables.class);

  public SiteVariables {
    devices = Map.copyOf(devices);
  }

  /** For a plant folder: its devices as the simulator wrote them down. */
  public static SiteVariables of(Site site, Path plant, VariableValues secrets) {
    Path file = plant.resolve(".plantwright").resolve("devices.json");
    return new SiteVariables(site, devices(file), secrets);
  }

  private static Map<String, Integer> devices(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      JsonNode all = Json.read(Files.readString(file));
      JsonNode devices = all.has("devices") ? all.path("devices") : all;
      Map<String, Integer> ports = new TreeMap<>();
      devices.properties().stream()
          .filter(device -> device.getValue().isIntegralNumber())
          .forEach(device -> ports.put(device.getKey(), device.getValue().asInt()));
      return ports;
    } catch (IOException | JacksonException e) {
      LOG.warn("{} cannot be read; the ports of the simulated devices are unknown", file, e);
      return Map.of();
    }
  }

  @Override
  public Optional<String> value(String name) {
    return switch (name) {
      case "site.mqtt.host" -> site.mqtt().map(Site.Broker::host);
      case "site.mqtt.port" -> site.mqtt().map(broker -> Integer.toString(broker.port()));
      case "site.mqtt.user" -> login(Login::user);
      case "site.mqtt.password" -> login(Login::password);
      default -> other(new Variable(name, Span.NONE));
    };
  }

  // An anonymous broker takes the empty text for both.
  private Optional<String> login(Function<Login, String> part) {
    return site.mqtt().map(broker -> broker.login().map(part).orElse(""));
  }

  private Optional<String> other(Variable variable) {
    return variable.isSecret()
        ? secrets.value(variable.name())
        : Optional.ofNullable(devices.get(variable.subject())).map(String::valueOf);
  }

  /** Without the values, some of which are secrets. */
  @Override
  public String toString() {
    return "variables of " + site.name();
  }
}
