package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.store.GatewayStore;
import dev.plantwright.engine.gateway.store.GatewayStore.StoredUser;
import java.util.List;
import java.util.Optional;

/** Who may log in; only on the gateway's thread. */
public final class Users {
  private static final String FIRST = "first login";

  private final GatewayStore store;

  Users(GatewayStore store) {
    this.store = store;
  }

  public List<String> names() {
    return store.users().stream().map(StoredUser::name).toList();
  }

  /** What was made of the password; empty for an unknown user. */
  public Optional<String> hash(String name) {
    return store.users().stream()
        .filter(user -> user.name().equals(name))
        .map(StoredUser::hash)
        .findFirst();
  }

  public void put(String name, String hash) {
    store.putUser(name, hash);
  }

  /** What was made of the password that {@link #first} was called with last. */
  public Optional<String> firstHash() {
    return store.fact(FIRST);
  }

  /** Makes the first user, or gives it another password than it was made with. */
  public void first(String name, String hash) {
    store.putUser(name, hash);
    store.putFact(FIRST, hash);
  }

  public void delete(String name) {
    store.deleteUser(name);
  }
}
