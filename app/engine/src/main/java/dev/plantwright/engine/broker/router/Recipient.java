package dev.plantwright.engine.broker.router;

import dev.plantwright.engine.broker.message.Message;

/** Who takes messages: a session. Called on the broker's loop only. */
public interface Recipient {
  String clientId();

  /**
   * Takes one message; never blocks, never throws.
   *
   * @param qos what the subscription grants for this message
   * @param retain the flag as the subscriber is to see it
   * @param identifiers subscription identifiers of all matching subscriptions; not changed
   */
  void deliver(Message message, int qos, boolean retain, int[] identifiers);

  /**
   * More waits for it than is good, but it is worth while to wait for it: publishers of QoS 1 and 2
   * are to pause. False for one that is not connected or was waited for in vain.
   */
  boolean crowded();

  /** Runs once when it is crowded no longer or was waited for long enough. */
  void whenRoomy(Runnable then);
}
