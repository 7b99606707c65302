package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.PropertyKind;
import dev.plantwright.engine.broker.codec.ReasonCode;
import dev.plantwright.engine.broker.message.Topics;
import dev.plantwright.engine.broker.router.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Answers SUBSCRIBE and UNSUBSCRIBE of one session. Confined to the broker's loop. */
final class SubscribeRequests {
  private static final int[] NO_IDENTIFIERS = {};

  private final Sessions sessions;
  private final NetworkSession session;
  private final Access.Client client;

  SubscribeRequests(Sessions sessions, NetworkSession session, Access.Client client) {
    this.sessions = sessions;
    this.session = session;
    this.client = client;
  }

  /** Subscribes, answers, and begins to send the retained messages that are due. */
  void subscribe(Packet.Subscribe request, Consumer<Packet> answer) {
    int identifier =
        (int) request.properties().whole(PropertyKind.SUBSCRIPTION_IDENTIFIER).orElse(0);
    List<Integer> reasons = new ArrayList<>();
    List<Packet.SubscribeItem> due = new ArrayList<>();
    for (Packet.SubscribeItem item : request.items()) {
      ReasonCode reason = judge(item.filter());
      reasons.add(reason.failure() ? reason.code() : item.qos());
      if (!reason.failure() && put(item, identifier)) {
        due.add(item);
      }
    }
    answer.accept(new Packet.Suback(request.id(), reasons));
    due.forEach(item -> feed(item, identifier));
  }

  private ReasonCode judge(String filter) {
    Limits limits = sessions.limits();
    if (!Topics.validFilter(filter) || Topics.levels(filter) > limits.topicLevels()) {
      return ReasonCode.TOPIC_FILTER_INVALID;
    }
    if (filter.startsWith("$share/")) {
      return ReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED;
    }
    if (!sessions.access().maySubscribe(client, filter)) {
      return ReasonCode.NOT_AUTHORIZED;
    }
    return session.subscriptions().size() < limits.subscriptions()
        ? ReasonCode.SUCCESS
        : ReasonCode.QUOTA_EXCEEDED;
  }

  /** True if retained messages are due. */
  private boolean put(Packet.SubscribeItem item, int identifier) {
    boolean isNew =
        session
            .subscriptions()
            .put(
                new Subscription(
                    session,
                    item.filter(),
                    item.qos(),
                    item.noLocal(),
                    item.retainAsPublished(),
                    identifier));
    return item.retainHandling() == 0 || item.retainHandling() == 1 && isNew;
  }

  private void feed(Packet.SubscribeItem item, int identifier) {
    var messages = sessions.router().retained().matching(item.filter());
    if (item.noLocal()) {
      messages.removeIf(message -> message.publisher().equals(client.clientId()));
    }
    session
        .outbox()
        .feed(messages, item.qos(), identifier == 0 ? NO_IDENTIFIERS : new int[] {identifier});
  }

  Packet unsubscribe(Packet.Unsubscribe request) {
    List<ReasonCode> reasons = new ArrayList<>();
    for (String filter : request.filters()) {
      boolean existed = session.subscriptions().remove(filter);
      reasons.add(existed ? ReasonCode.SUCCESS : ReasonCode.NO_SUBSCRIPTION_EXISTED);
    }
    return new Packet.Unsuback(request.id(), reasons);
  }
}
