package dev.plantwright.sites.simulator;

import java.util.List;

/**
 * A simulated device.
 *
 * @param protocol such as {@code modbus-tcp}
 * @param faults kinds of fault that are on
 */
public record Device(String id, String protocol, int port, String state, List<String> faults) {}
