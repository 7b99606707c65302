package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.message.Message;
import dev.plantwright.engine.broker.message.Topics;
import dev.plantwright.engine.broker.router.Router;
import dev.plantwright.engine.broker.router.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session inside the process. Confined to the broker's loop. */
public final class LocalSession implements Session {
  private static final Logger LOG = LoggerFactory.getLogger(LocalSession.class);
  private static final int[] NO_IDENTIFIERS = {};

  private final Access.Client client;
  private final Access access;
  private final Limits limits;
  private final Router router;
  private final Traffic traffic;
  private final Subscriptions subscriptions;
  private final Receiver receiver;
  private boolean open = true;

  /** Takes the messages of the session; must neither block nor throw. */
  public interface Receiver {
    void message(Message message, int qos, boolean retain);
  }

  LocalSession(
      Access.Client client,
      Access access,
      Limits limits,
      Router router,
      Traffic all,
      Receiver receiver) {
    this.client = client;
    this.access = access;
    this.limits = limits;
    this.router = router;
    this.traffic = new Traffic(all);
    this.subscriptions = new Subscriptions(router);
    this.receiver = receiver;
  }

  @Override
  public String clientId() {
    return client.clientId();
  }

  @Override
  public void deliver(Message message, int qos, boolean retain, int[] identifiers) {
    traffic.countSent();
    try {
      receiver.message(message, qos, retain);
    } catch (RuntimeException e) {
      LOG.error("{} failed on a message of {}", client.clientId(), message.topic(), e);
    }
  }

  /** It takes every message at once. */
  @Override
  public boolean crowded() {
    return false;
  }

  @Override
  public void whenRoomy(Runnable then) {
    then.run();
  }

  /**
   * Routes a message of this session.
   *
   * @return position of the log from which on it is safe
   * @throws IllegalArgumentException the topic is not one
   * @throws IllegalStateException the session has ended or may not publish there
   */
  public long publish(Message message) {
    requireOpen();
    if (!Topics.validName(message.topic())
        || Topics.levels(message.topic()) > limits.topicLevels()) {
      throw new IllegalArgumentException("'" + message.topic() + "' is no topic to publish to");
    }
    if (!access.mayPublish(client, message.topic())) {
      throw new IllegalStateException(client.user() + " may not publish to " + message.topic());
    }
    traffic.countReceived();
    return router.route(message).position();
  }

  /** Adds a subscription and hands over the retained messages it matches. */
  public void subscribe(String filter, int qos) {
    requireOpen();
    if (!Topics.validFilter(filter) || Topics.levels(filter) > limits.topicLevels()) {
      throw new IllegalArgumentException("'" + filter + "' is no topic filter");
    }
    if (!access.maySubscribe(client, filter)) {
      throw new IllegalStateException(client.user() + " may not subscribe to " + filter);
    }
    subscriptions.put(new Subscription(this, filter, qos, false, false, 0));
    for (Message message : router.retained().matching(filter)) {
      deliver(message, Math.min(qos, message.qos()), true, NO_IDENTIFIERS);
    }
  }

  public void unsubscribe(String filter) {
    subscriptions.remove(filter);
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("session " + client.clientId() + " has ended");
    }
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  public void end() {
    open = false;
    subscriptions.clear();
  }
}
