package dev.plantwright.engine.broker.access;

import java.util.Optional;

/** Who may come in and do what. Called on the broker's loop: answers at once. */
public interface Access {
  /** A client that was let in. */
  record Client(String clientId, String user) {}

  /**
   * Judges a login.
   *
   * @return the user name access is judged under, or empty: refused
   */
  Optional<String> login(Optional<String> user, Optional<byte[]> password);

  boolean mayPublish(Client client, String topic);

  boolean maySubscribe(Client client, String filter);
}
