package dev.plantwright.sites.ekuiper;

/**
 * A line of the list of rules.
 *
 * @param status in the engine's words, such as {@code running} or {@code stopped by error}
 */
public record RuleSummary(String id, String name, String status) {}
