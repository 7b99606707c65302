package dev.plantwright.sites.deploy;

import java.util.Optional;

/**
 * One difference between what a plant says and what a site runs.
 *
 * @param door key of the door it is about, such as {@code neuron}
 * @param name path of the thing, such as {@code node filler}, {@code tag
 *     filler/process/temperature}, {@code rule over_temp}
 * @param reason why it is refused or what is special; a sentence or empty
 * @param before what runs, variables unresolved; empty: nothing
 * @param after what the plant says; empty: nothing
 */
public record Change(
    Kind kind,
    String door,
    String name,
    String reason,
    Optional<String> before,
    Optional<String> after) {
  /** What Deploy does with it. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED,
    SAME,
    /** Cannot be deployed to this site, or has errors. */
    REFUSED
  }
}
