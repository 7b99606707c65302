package dev.plantwright.engine.broker;

import java.util.function.Consumer;

/** The session seam: clients of the broker inside the engine, with users, ACL and counters. */
public interface LocalClients {
  /**
   * Opens a clean session that ends with {@link LocalClient#close}.
   *
   * @param clientId taken over from another session of that name, as by MQTT
   * @param user name under which access is judged
   * @param receiver called on an event loop of the broker for each message of the session's
   *     subscriptions, in order per topic; must neither block nor throw
   */
  LocalClient connect(String clientId, String user, Consumer<Publication> receiver);
}
