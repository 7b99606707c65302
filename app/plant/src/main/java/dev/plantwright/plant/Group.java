package dev.plantwright.plant;

/**
 * Tags of a node that are polled together.
 *
 * @param interval in milliseconds
 */
public record Group(String name, long interval, Place place) {}
