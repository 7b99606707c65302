package dev.plantwright.plant.simulation;

import java.util.Optional;

/**
 * A fault that comes by itself. Schedules begin with the first request that a device answers.
 *
 * @param fault name of a fault of the device, or the kind of {@code wire}
 * @param wire the fault of the line, if it is one
 * @param repeats whether it comes again and again, then {@code after} is the time from the end of
 *     one to the next
 * @param after time from the first request
 * @param duration how long it stays
 */
public record ScheduledFault(
    String fault, Optional<WireFault> wire, boolean repeats, Seconds after, Seconds duration) {}
