package dev.plantwright.sites.neuron;

/** A group of tags that are polled together, every {@code intervalMs} milliseconds. */
public record GatewayGroup(String name, long intervalMs, int tagCount) {}
