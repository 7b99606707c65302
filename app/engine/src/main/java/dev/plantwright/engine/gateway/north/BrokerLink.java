package dev.plantwright.engine.gateway.north;

import java.io.IOException;

/** A session on an MQTT broker; belongs to one thread, arrivals come on another. */
interface BrokerLink extends AutoCloseable {
  /** Takes a message that arrived; must neither block nor throw. */
  @FunctionalInterface
  interface Receiver {
    void arrived(String topic, byte[] payload);
  }

  /**
   * Opens the session; blocks within a bound.
   *
   * @throws IOException one sentence that says what failed and where
   */
  void connect(Receiver receiver) throws IOException;

  boolean connected();

  void subscribe(String topic, int qos) throws IOException;

  /**
   * Sends a message and waits, within a bound, until it is as safe as its QoS says.
   *
   * @throws IOException if it is not
   */
  void publish(String topic, byte[] payload, int qos) throws IOException;

  /** Never throws. */
  @Override
  void close();
}
