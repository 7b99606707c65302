package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.Jobs;
import dev.plantwright.api.TagRef;
import dev.plantwright.api.Workbench;
import dev.plantwright.plant.Plant;
import dev.plantwright.sites.doors.Doors;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the readings of a node fresh while somebody looks: asks the gateway twice a second where
 * the site tells raw bytes, else takes what the broker carries. Lives on the FX thread.
 */
final class ReadingPoll {
  private static final long EVERY_MS = 500;
  private static final long AGAIN_MS = 5_000;

  /** An answer may take so long before the values it brings are doubted. */
  private static final long LATE_MS = 2_000;

  private final Workbench workbench;
  private final String node;
  private Map<TagRef, Reading> told = Map.of();
  private Optional<Jobs.Job<?>> question = Optional.empty();
  private long nextMs;
  private long toldMs;

  ReadingPoll(Workbench workbench, String node) {
    this.workbench = workbench;
    this.node = node;
  }

  /** To be called while the table can be seen. */
  void frame() {
    long now = workbench.live().nowMs();
    boolean asking = question.filter(q -> q.state().get() == Jobs.State.RUNNING).isPresent();
    if (asking || now < nextMs) {
      return;
    }
    Optional<Doors> doors = workbench.site().doors().getValue();
    if (doors.isEmpty()) {
      told = Map.of();
      return;
    }
    nextMs = now + EVERY_MS;
    question =
        Optional.of(
            workbench
                .jobs()
                .quietly("Read tags of " + node, p -> Readings.ask(doors.get(), node))
                .then(this::answered)
                .failed(e -> silent()));
  }

  private void answered(Map<TagRef, Reading> readings) {
    told = readings;
    toldMs = workbench.live().nowMs();
  }

  /** Without an answer it is asked less often. */
  private void silent() {
    told = Map.of();
    nextMs = workbench.live().nowMs() + AGAIN_MS;
  }

  /** What is known of a tag now. */
  Reading of(TagRef tag, long intervalMs) {
    Reading reading = told.get(tag);
    if (reading != null) {
      return reading.at(Math.max(toldMs, workbench.live().nowMs() - LATE_MS), intervalMs);
    }
    Optional<Plant> plant = workbench.plant().getValue();
    return Readings.published(workbench.live(), plant.flatMap(p -> Readings.topic(p, tag)));
  }
}
