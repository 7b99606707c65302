package dev.plantwright.sites.simulator;

/**
 * Something that happened at a simulated device.
 *
 * @param ts milliseconds since 1970
 */
public record Event(long ts, String device, String kind, String detail) {}
