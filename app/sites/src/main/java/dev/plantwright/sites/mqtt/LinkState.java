package dev.plantwright.sites.mqtt;

import java.time.Instant;

/** How a connection to a broker is doing. */
public sealed interface LinkState {
  /** Closed, or not yet opened. */
  record Off() implements LinkState {}

  /** Being opened. */
  record Connecting() implements LinkState {}

  /** Open and subscribed. */
  record Connected(Instant since) implements LinkState {}

  /**
   * Lost or never had.
   *
   * @param cause one sentence for the user
   */
  record Retrying(String cause, Instant nextTry) implements LinkState {}
}
