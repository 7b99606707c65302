package dev.plantwright.engine;

import java.util.Optional;

/**
 * Logins of the doors, made at first start and kept in {@code credentials.json}.
 *
 * @param mqtt empty: anonymous clients are welcome (well-known credentials)
 * @param neuron user and password the Neuron door starts with
 * @param inspectToken bearer token of the inspect door
 */
public record Credentials(Optional<Login> mqtt, Login neuron, String inspectToken) {
  /** A user and a password; never logged. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user + ":***";
    }
  }
}
