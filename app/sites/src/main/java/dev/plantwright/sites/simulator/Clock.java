package dev.plantwright.sites.simulator;

/**
 * The time the devices live by.
 *
 * @param speed simulated seconds a second
 * @param millis simulated milliseconds since the start
 */
public record Clock(double speed, boolean paused, long millis) {}
