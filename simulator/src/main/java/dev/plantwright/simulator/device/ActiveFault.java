package dev.plantwright.simulator.device;

import dev.plantwright.plant.simulation.DeviceFault;
import dev.plantwright.plant.simulation.WireFault;

/** A fault that a device has now. */
sealed interface ActiveFault {
  /** Simulated time of its end; {@link Long#MAX_VALUE}: until somebody clears it. */
  long until();

  record OnLine(WireFault fault, long until) implements ActiveFault {}

  record OfValues(DeviceFault fault, long until) implements ActiveFault {}
}
