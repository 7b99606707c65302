package dev.plantwright.sites.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Chooses the engine's ports: those it had before, at first the default ones, and any free port
 * instead of one that is taken. Confined to the supervisor's thread.
 */
final class EnginePorts implements Supervisor.Ports {
  private static final Map<String, Integer> DEFAULTS =
      Map.of(
          "mqtt", 1883,
          "ws", 8083,
          "neuron", 7000,
          "ekuiper", 9081,
          "ekuiper-data", 10081,
          "inspect", 18081);

  private final Path dir;
  private final Map<String, Integer> wanted;

  /**
   * @param defaults false: any free port from the first start on, for several sites at once
   */
  EnginePorts(Path dir, boolean defaults) {
    this.dir = dir;
    this.wanted = new LinkedHashMap<>(defaults ? DEFAULTS : Map.of());
  }

  @Override
  public Launch next(Optional<String> refusal) {
    List<String> ports = new ArrayList<>(List.of("any"));
    List<String> notes = new ArrayList<>();
    wanted.forEach(
        (key, port) -> {
          if (isFree(port)) {
            ports.add(key + "=" + port);
          } else {
            notes.add("port " + port + " is taken, so " + key + " listens on a free one");
          }
        });
    List<String> arguments =
        List.of(
            "engine",
            "--dir",
            dir.toString(),
            "--ports",
            String.join(",", ports),
            "--exit-with-parent");
    return new Launch(arguments, notes);
  }

  @Override
  public void ready(JsonNode line) {
    wanted.clear();
    line.properties().stream()
        .filter(member -> member.getValue().isIntegralNumber())
        .forEach(member -> wanted.put(member.getKey(), member.getValue().asInt()));
  }

  // A port in TIME_WAIT is free, as it is for the engine.
  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
