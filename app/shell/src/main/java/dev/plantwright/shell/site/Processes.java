package dev.plantwright.shell.site;

import dev.plantwright.api.SiteSession.ProcessState;
import dev.plantwright.api.SiteSession.State;
import dev.plantwright.sites.launch.ChildState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The state of a child in the words of the workbench. */
final class Processes {
  private Processes() {}

  static ProcessState off(Path log, Instant now, String cause) {
    return new ProcessState(
        State.OFF, Map.of(), Optional.of(cause), now, Optional.empty(), Optional.of(log));
  }

  static ProcessState state(ChildState child, Path log, Instant now) {
    return switch (child) {
      case ChildState.Stopped() -> of(State.OFF, now, log);
      case ChildState.Starting(Instant since) -> of(State.STARTING, since, log);
      case ChildState.Stopping() -> of(State.STOPPING, now, log);
      case ChildState.Running running ->
          new ProcessState(
              State.RUNNING,
              ports(running.ready()),
              running.notes().isEmpty()
                  ? Optional.empty()
                  : Optional.of(String.join("; ", running.notes())),
              running.since(),
              Optional.empty(),
              Optional.of(log));
      case ChildState.Failed failed ->
          new ProcessState(
              State.STOPPED,
              Map.of(),
              Optional.of("exit " + failed.exit().code() + ", " + failed.exit().reason()),
              failed.when(),
              failed.restart(),
              Optional.of(log));
    };
  }

  private static ProcessState of(State state, Instant since, Path log) {
    return new ProcessState(
        state, Map.of(), Optional.empty(), since, Optional.empty(), Optional.of(log));
  }

  /** Ports of a ready line; those of devices lie one deeper. */
  static Map<String, Integer> ports(JsonNode ready) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ready
        .properties()
        .forEach(
            e -> {
              if (e.getValue().isIntegralNumber()) {
                ports.put(e.getKey(), e.getValue().asInt(0));
              } else if (e.getValue().isObject()) {
                ports.putAll(ports(e.getValue()));
              }
            });
    return ports;
  }
}
