package dev.plantwright.engine.broker.session;

/**
 * Bounds of the broker.
 *
 * @param packetBytes largest packet a client may send
 * @param receiveMaximum QoS 1 and 2 messages a v5 client may have unacknowledged
 * @param topicAliases highest topic alias a client may use
 * @param topicLevels levels of a topic or filter
 * @param inflight QoS 1 and 2 messages on their way to one client
 * @param queueMessages messages that wait for one session
 * @param queueBytes bytes that wait for one session, about
 * @param subscriptions filters of one session
 * @param connections clients at a time
 * @param connectSeconds time from the connection to its CONNECT
 */
public record Limits(
    int packetBytes,
    int receiveMaximum,
    int topicAliases,
    int topicLevels,
    int inflight,
    int queueMessages,
    int queueBytes,
    int subscriptions,
    int connections,
    int connectSeconds) {
  public static final Limits DEFAULT =
      new Limits(16 << 20, 1024, 256, 128, 1024, 10_000, 16 << 20, 10_000, 20_000, 10);
}
