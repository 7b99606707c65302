package dev.plantwright.simulator.device;

/**
 * Something that happened at a device.
 *
 * @param ts milliseconds since 1970
 * @param device its name; empty for the simulator as a whole
 * @param kind {@code fault}, {@code fault-end}, {@code write}, {@code set}, {@code hold}, {@code
 *     release}, {@code connected}, {@code disconnected}, {@code clock}
 * @param detail one line for people
 */
public record Happening(long ts, String device, String kind, String detail) {}
