package dev.plantwright.sites.deploy;

import java.util.Optional;

/**
 * What a plant wants on a site.
 *
 * @param written as the plant says it, variables not resolved
 * @param resolved with the site's values; meaningless when refused
 * @param file where the plant says it
 * @param refusal why it cannot be deployed
 */
record Wanted(
    Thing thing, Content written, Content resolved, String file, Optional<String> refusal) {
  Wanted refused(String reason) {
    return new Wanted(thing, written, resolved, file, refusal.or(() -> Optional.of(reason)));
  }
}
