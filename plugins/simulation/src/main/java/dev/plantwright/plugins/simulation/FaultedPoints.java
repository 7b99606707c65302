package dev.plantwright.plugins.simulation;

import dev.plantwright.plant.simulation.DeviceFault;
import dev.plantwright.plant.simulation.SimulatedDevice;
import dev.plantwright.sites.simulator.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which points a fault of values touches, as the files of the devices say. */
final class FaultedPoints {
  static final FaultedPoints NONE = new FaultedPoints(Map.of());

  private record Key(String device, String fault) {}

  private final Map<Key, Set<String>> points;

  private FaultedPoints(Map<Key, Set<String>> points) {
    this.points = Map.copyOf(points);
  }

  static FaultedPoints of(List<SimulatedDevice> devices) {
    Map<Key, Set<String>> points = new HashMap<>();
    for (SimulatedDevice device : devices) {
      for (DeviceFault fault : device.faults()) {
        points.put(new Key(device.name(), fault.name()), fault.values().keySet());
      }
    }
    return new FaultedPoints(points);
  }

  /** The first fault that is on and moves this point. */
  Optional<String> faultOf(Device device, String point) {
    return device.faults().stream()
        .filter(kind -> points.getOrDefault(new Key(device.id(), kind), Set.of()).contains(point))
        .findFirst();
  }
}
