package dev.plantwright.sites.deploy;

import java.util.List;
import java.util.Optional;

/**
 * What a deployment came to.
 *
 * @param done the changes that are on the site now
 * @param stopped why it ended early, in a sentence that names the thing; empty when it did not
 */
public record Outcome(List<Change> done, Optional<String> stopped) {
  public Outcome {
    done = List.copyOf(done);
  }
}
