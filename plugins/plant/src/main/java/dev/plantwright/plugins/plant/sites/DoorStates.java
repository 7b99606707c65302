package dev.plantwright.plugins.plant.sites;

import dev.plantwright.api.SiteSession.ProcessState;
import dev.plantwright.api.controls.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the doors of a site are to be shown as, from the states of its processes. */
final class DoorStates {
  private DoorStates() {}

  /**
   * A line.
   *
   * @param loud whether the words are shown beside the shape
   */
  record Door(
      String icon,
      String title,
      Optional<Integer> port,
      Status status,
      String words,
      boolean loud) {}

  /** The site as a whole. */
  static Door site(ProcessState engine) {
    Status status = status(engine);
    return new Door("mdi2l-laptop", "local", Optional.empty(), status, words(engine), true);
  }

  static List<Door> doors(ProcessState engine, ProcessState simulator) {
    List<Door> doors = new ArrayList<>();
    door(doors, engine, "mdi2a-access-point", "Broker", "mqtt");
    door(doors, engine, "mdi2l-lan", "Gateway", "neuron");
    door(doors, engine, "mdi2f-filter-cog-outline", "Rules", "ekuiper");
    door(doors, engine, "mdi2m-magnify", "Inspect", "inspect");
    Status status = status(simulator);
    doors.add(
        new Door(
            "mdi2r-robot-industrial",
            "Simulator",
            Optional.ofNullable(simulator.ports().get("control")),
            status,
            words(simulator),
            status != Status.RUNNING));
    return doors;
  }

  private static void door(
      List<Door> doors, ProcessState engine, String icon, String title, String key) {
    Status status = status(engine);
    String words = status == Status.FAILED ? "stopped with the engine" : words(engine);
    doors.add(
        new Door(
            icon,
            title,
            Optional.ofNullable(engine.ports().get(key)),
            status,
            words,
            status == Status.FAILED));
  }

  private static Status status(ProcessState process) {
    return switch (process.state()) {
      case OFF -> Status.STOPPED;
      case STARTING, STOPPING -> Status.STARTING;
      case RUNNING -> Status.RUNNING;
      case STOPPED -> Status.FAILED;
    };
  }

  private static String words(ProcessState process) {
    return switch (process.state()) {
      case OFF -> "stopped";
      case STARTING -> "starting";
      case STOPPING -> "stopping";
      case RUNNING -> "running";
      case STOPPED -> "stopped by itself";
    };
  }
}
