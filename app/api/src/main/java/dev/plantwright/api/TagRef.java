package dev.plantwright.api;

/** A tag of a gateway node. */
public record TagRef(String node, String group, String tag) {}
