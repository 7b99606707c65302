package dev.plantwright.plugins.simulation;

import dev.plantwright.sites.simulator.Clock;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.Point;
import dev.plantwright.sites.simulator.SimulatorClient;
import java.util.List;
import java.util.Optional;

/**
 * The simulator as it was a moment ago.
 *
 * @param wanted the device that was asked for
 * @param device the one looked at, empty if there is none at all
 * @param points of that device
 */
record Snapshot(
    Optional<String> wanted,
    List<Device> devices,
    Optional<Device> device,
    List<Point> points,
    Clock clock) {
  /** Asks for everything; blocks. A device that is not there is replaced by the first one. */
  static Snapshot ask(SimulatorClient simulator, Optional<String> wanted) {
    List<Device> devices = simulator.devices();
    Optional<Device> device =
        wanted
            .flatMap(id -> devices.stream().filter(d -> d.id().equals(id)).findFirst())
            .or(() -> devices.stream().findFirst());
    List<Point> points = device.map(d -> simulator.points(d.id())).orElse(List.of());
    return new Snapshot(wanted, devices, device, points, simulator.clock());
  }
}
