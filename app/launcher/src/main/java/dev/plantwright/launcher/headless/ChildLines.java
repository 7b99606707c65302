package dev.plantwright.launcher.headless;

import dev.plantwright.sites.launch.ChildState;
import dev.plantwright.sites.launch.LocalSite;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** States of engine and simulator as lines for people. */
final class ChildLines {
  private ChildLines() {}

  static List<String> of(LocalSite.Change change) {
    String child = change.child().word();
    return switch (change.state()) {
      case ChildState.Starting starting -> List.of();
      case ChildState.Running running -> running(child, running);
      case ChildState.Stopping stopping -> List.of();
      case ChildState.Stopped stopped -> List.of();
      case ChildState.Failed failed ->
          List.of(
              child
                  + ": "
                  + failed.exit().reason()
                  + (failed.restart().isPresent() ? "; it is started again in 10 s" : ""));
    };
  }

  private static List<String> running(String child, ChildState.Running running) {
    List<String> lines = new ArrayList<>();
    running.notes().forEach(note -> lines.add(child + ": " + note));
    lines.add(child + " ready: " + ports(running.ready()));
    return lines;
  }

  private static String ports(JsonNode ready) {
    List<String> ports = new ArrayList<>();
    ready
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isIntegralNumber()) {
                ports.add(member.getKey() + " " + member.getValue().asInt());
              } else if (member.getValue().isObject()) {
                ports.add(ports(member.getValue()));
              }
            });
    return String.join(", ", ports);
  }
}
