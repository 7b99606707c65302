package dev.plantwright.simulator.modbus;

import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.WireFault;
import java.util.Optional;

/** What a listener asks and tells the device behind it, always on the device's own thread. */
public interface ModbusDevice {
  ModbusMemory memory();

  /**
   * A client connected or went away.
   *
   * @param change 1 or -1
   */
  void clients(int change, String client);

  /** A request came in; the faults of the line must be up to date when this returns. */
  void requested();

  /** A request is about to be answered; the memory must be up to date when this returns. */
  void catchUp();

  /** How the line misbehaves now: silence before exceptions. */
  Optional<WireFault> answerFault();

  /** By how many milliseconds answers are late now. */
  int delayMillis();

  /** A client wrote a point. */
  void wrote(String point, PointValue value);
}
