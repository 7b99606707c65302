package dev.plantwright.sites.simulator;

import java.util.List;

/**
 * A simulated device.
 *
 * @param protocol such as {@code Modbus TCP}
 * @param state {@code running}, or {@code silent} while it answers nobody
 * @param faults kinds of fault that are on, in the order of their beginning
 * @param title one line for people; may be empty
 * @param faultKinds all faults it can have
 * @param points how many it has
 * @param clients connected now
 * @param requests answered or not, since the simulator started
 */
public record Device(
    String id,
    String protocol,
    int port,
    String state,
    List<String> faults,
    String title,
    List<FaultKind> faultKinds,
    int points,
    int clients,
    long requests) {
  public Device {
    faults = List.copyOf(faults);
    faultKinds = List.copyOf(faultKinds);
  }
}
