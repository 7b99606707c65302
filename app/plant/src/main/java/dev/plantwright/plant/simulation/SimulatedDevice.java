package dev.plantwright.plant.simulation;

import java.util.List;
import java.util.Optional;

/**
 * One device of {@code simulation/}. Its file name without {@code .json} is its name.
 *
 * @param port 1 to 65535, or 0 for any free one
 * @param signals in the order of the file, first those without a register; each name once
 */
public record SimulatedDevice(
    String name,
    String title,
    String protocol,
    int port,
    long seed,
    List<Signal> signals,
    List<DeviceFault> faults,
    List<ScheduledFault> schedule) {
  public static final String MODBUS_TCP = "Modbus TCP";

  public SimulatedDevice {
    signals = List.copyOf(signals);
    faults = List.copyOf(faults);
    schedule = List.copyOf(schedule);
  }

  /** The signals that clients see. */
  public List<Signal> points() {
    return signals.stream().filter(signal -> signal.register().isPresent()).toList();
  }

  public Optional<Signal> signal(String name) {
    return signals.stream().filter(signal -> signal.name().equals(name)).findFirst();
  }

  public Optional<DeviceFault> fault(String name) {
    return faults.stream().filter(fault -> fault.name().equals(name)).findFirst();
  }
}
