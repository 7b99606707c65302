package dev.plantwright.engine.gateway.model;

import java.util.List;

/**
 * Tags of a driver node that are read together.
 *
 * @param interval ms between two readings
 * @param tags in the order they were added
 */
public record Group(String name, long interval, List<Tag> tags) {}
