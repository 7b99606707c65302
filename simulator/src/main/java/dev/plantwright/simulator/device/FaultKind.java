package dev.plantwright.simulator.device;

/**
 * A fault that a device can have.
 *
 * @param title one line for people
 * @param onLine whether the line misbehaves; otherwise values do
 */
public record FaultKind(String kind, String title, boolean onLine) {}
