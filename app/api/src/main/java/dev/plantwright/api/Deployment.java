package dev.plantwright.api;

import dev.plantwright.sites.deploy.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is saved beside what runs.
 *
 * @param changes what Deploy would do, in its order; without what is the same
 * @param comparedAt empty: never yet
 * @param deployedAt when the plant was last deployed to this site
 * @param failure why they could not be compared; a sentence
 */
public record Deployment(
    List<Change> changes,
    Optional<Instant> comparedAt,
    Optional<Instant> deployedAt,
    Optional<String> failure) {
  public static final Deployment UNKNOWN =
      new Deployment(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public Deployment {
    changes = List.copyOf(changes);
  }
}
