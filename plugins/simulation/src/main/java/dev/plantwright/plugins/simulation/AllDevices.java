package dev.plantwright.plugins.simulation;

import dev.plantwright.api.Notice;
import dev.plantwright.api.Workbench;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.Point;
import dev.plantwright.sites.simulator.SimulatorClient;
import java.util.function.Consumer;

/** What is done to every simulated device of the site at once. Used on the FX thread. */
record AllDevices(Workbench workbench) {
  /** Gives each held point back to its behaviour. */
  void release() {
    start("Release all held points", AllDevices::release);
  }

  /** Ends each fault that is on. */
  void clear() {
    start("Clear all faults", AllDevices::clear);
  }

  private void start(String title, Consumer<SimulatorClient> work) {
    var doors = workbench.site().doors().getValue();
    if (doors.isEmpty()) {
      workbench.tell(Notice.info("No simulator is running."));
      return;
    }
    workbench
        .jobs()
        .start(
            title,
            progress -> {
              work.accept(doors.get().simulator());
              return null;
            })
        .failed(e -> workbench.tell(refusal(title, e)));
  }

  private static void release(SimulatorClient simulator) {
    for (Device device : simulator.devices()) {
      simulator.points(device.id()).stream()
          .filter(Point::held)
          .forEach(point -> simulator.release(device.id(), point.name()));
    }
  }

  private static void clear(SimulatorClient simulator) {
    for (Device device : simulator.devices()) {
      device.faults().forEach(kind -> simulator.clear(device.id(), kind));
    }
  }

  /** Tells that something asked of the simulator was not done. */
  static Notice refusal(String title, Throwable e) {
    return Notice.error(title + ": not done.", sentence(e));
  }

  /** The failure in words. */
  static String sentence(Throwable e) {
    return e instanceof DoorException ? e.getMessage() : String.valueOf(e);
  }
}
