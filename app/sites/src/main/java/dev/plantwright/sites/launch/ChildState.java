package dev.plantwright.sites.launch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a child process of the local site is doing. */
public sealed interface ChildState {
  /** Not started, or stopped by the user. */
  record Stopped() implements ChildState {}

  /** Started, not ready yet. */
  record Starting(Instant since) implements ChildState {}

  /**
   * All of it answers.
   *
   * @param ready the object of its ready line
   * @param notes what the user should know, such as a port that had to be another one
   */
  record Running(Instant since, long pid, JsonNode ready, List<String> notes)
      implements ChildState {
    public Running {
      notes = List.copyOf(notes);
    }
  }

  /** Asked to end, not gone yet. */
  record Stopping() implements ChildState {}

  /**
   * Gone without having been asked.
   *
   * @param restart when it is started again by itself; empty: not before the user says so
   */
  record Failed(Exit exit, Instant when, Optional<Instant> restart) implements ChildState {}
}
