package dev.plantwright.sites.mqtt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The MQTT 5 properties of a message that matter to a reader.
 *
 * @param text true when the sender says that the payload is UTF-8 text
 * @param expirySeconds what is left of the message's life when the broker sent it
 */
public record MessageProperties(
    boolean text,
    Optional<String> contentType,
    Optional<String> responseTopic,
    Optional<byte[]> correlation,
    OptionalLong expirySeconds,
    List<User> user) {

  /** No property at all, the usual case. */
  public static final MessageProperties NONE =
      new MessageProperties(
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          List.of());

  /** A user property; names may repeat. */
  public record User(String name, String value) {}
}
