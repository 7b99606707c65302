package dev.plantwright.engine.broker.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Access for all who log in; topics of the server itself are not written by clients. */
public final class Users implements Access {
  private final Map<String, byte[]> passwords;
  private final boolean anonymous;

  private Users(Map<String, byte[]> passwords, boolean anonymous) {
    this.passwords = passwords;
    this.anonymous = anonymous;
  }

  /** One user with a password. */
  public static Users only(String user, String password) {
    return new Users(Map.of(user, password.getBytes(StandardCharsets.UTF_8)), false);
  }

  /** Everybody, whatever login is sent. */
  public static Users anonymous() {
    return new Users(Map.of(), true);
  }

  @Override
  public Optional<String> login(Optional<String> user, Optional<byte[]> password) {
    if (anonymous) {
      return Optional.of(user.orElse("anonymous"));
    }
    byte[] expected = passwords.get(user.orElse(""));
    byte[] given = password.orElse(new byte[0]);
    // Compared in any case: the time it takes tells nothing of which users exist.
    boolean equal = MessageDigest.isEqual(expected == null ? new byte[1] : expected, given);
    return expected != null && equal ? user : Optional.empty();
  }

  @Override
  public boolean mayPublish(Client client, String topic) {
    return !topic.startsWith("$SYS/") && !topic.equals("$SYS");
  }

  @Override
  public boolean maySubscribe(Client client, String filter) {
    return true;
  }
}
