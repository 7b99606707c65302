package dev.plantwright.sites.mqtt;

/**
 * A message as it came from the broker. Immutable: nobody writes to {@code payload}.
 *
 * @param retained true for a stored message the broker sent because of the subscription: how old it
 *     is nobody knows
 * @param receivedNanos {@link System#nanoTime} at arrival, for rates
 * @param receivedMillis milliseconds since 1970 at arrival, for people
 */
public record Message(
    String topic,
    byte[] payload,
    int qos,
    boolean retained,
    MessageProperties properties,
    long receivedNanos,
    long receivedMillis) {}
