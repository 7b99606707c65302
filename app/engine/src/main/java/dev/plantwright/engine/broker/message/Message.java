package dev.plantwright.engine.broker.message;

import dev.plantwright.engine.broker.codec.Properties;
import dev.plantwright.engine.broker.codec.PropertyKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A message on its way through the broker.
 *
 * @param publisher client id of who published it, for No Local
 * @param properties those that go on to the subscribers untouched
 * @param publishedAt milliseconds since the epoch
 * @param expiresAt milliseconds since the epoch, {@link #NEVER} without expiry
 */
public record Message(
    String topic,
    byte[] payload,
    int qos,
    boolean retain,
    String publisher,
    Properties properties,
    long publishedAt,
    long expiresAt) {
  public static final long NEVER = Long.MAX_VALUE;

  private static final Set<PropertyKind> FORWARDED =
      EnumSet.of(
          PropertyKind.PAYLOAD_FORMAT,
          PropertyKind.CONTENT_TYPE,
          PropertyKind.RESPONSE_TOPIC,
          PropertyKind.CORRELATION_DATA,
          PropertyKind.USER_PROPERTY);

  /** What a PUBLISH or a will of that publisher says, with the topic the alias stood for. */
  public static Message of(
      String topic,
      byte[] payload,
      int qos,
      boolean retain,
      String publisher,
      Properties properties,
      long now) {
    if (properties.isEmpty()) {
      return new Message(
          topic, payload, qos, retain, publisher, Properties.NONE, now, Message.NEVER);
    }
    var expiry = properties.whole(PropertyKind.MESSAGE_EXPIRY);
    long expiresAt = expiry.isPresent() ? now + expiry.getAsLong() * 1000 : NEVER;
    return new Message(
        topic, payload, qos, retain, publisher, properties.only(FORWARDED), now, expiresAt);
  }

  public boolean expired(long now) {
    return expiresAt <= now;
  }

  /** Bytes it holds in a queue, about. */
  public int weight() {
    return 120 + topic.length() + payload.length;
  }
}
