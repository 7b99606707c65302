package dev.plantwright.simulator.device;

import java.util.List;

/**
 * A device as it is now.
 *
 * @param state {@code running}, or {@code silent} while it does not answer
 * @param faults kinds of the faults it has, in the order of their beginning
 * @param kinds all faults it can have
 * @param requests since the start
 */
public record DeviceState(
    String id,
    String title,
    String protocol,
    int port,
    String state,
    List<String> faults,
    List<FaultKind> kinds,
    int points,
    int clients,
    long requests) {}
