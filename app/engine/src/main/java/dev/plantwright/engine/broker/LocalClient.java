package dev.plantwright.engine.broker;

import java.util.concurrent.CompletionStage;

/** One in-process session of the broker. Safe to use from any thread. */
public interface LocalClient extends AutoCloseable {
  /**
   * Routes a message as if it had arrived on a socket.
   *
   * @return completes when the message is as safe as its QoS promises; fails when it is refused
   */
  CompletionStage<Void> publish(Publication message);

  /** Adds a subscription (no shared ones); retained messages that match arrive first. */
  CompletionStage<Void> subscribe(String filter, int qos);

  CompletionStage<Void> unsubscribe(String filter);

  @Override
  void close();
}
