package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.router.Recipient;

/** What the broker knows of one client id. Confined to the broker's loop. */
sealed interface Session extends Recipient permits NetworkSession, LocalSession {
  Traffic traffic();

  Subscriptions subscriptions();

  /** Ends it: subscriptions and what waits are gone. */
  void end();
}
