package dev.plantwright.api;

/** A file of the plant, by its path relative to the plant folder with {@code /}. */
public record FileRef(String file) {}
