package dev.plantwright.engine.broker.router;

import dev.plantwright.engine.broker.message.Message;
import dev.plantwright.engine.broker.retained.RetainedStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings messages to the sessions that asked for them. Confined to the broker's loop. */
public final class Router {
  private static final int REMEMBERED_TOPICS = 10_000;
  private static final int[] NO_IDENTIFIERS = {};

  private final SubscriptionTree<Subscription> tree = new SubscriptionTree<>();
  private final Map<String, List<Route>> routes = new HashMap<>();
  private final RetainedStore retained;
  private long routed;

  /** All subscriptions of one session that match a topic. */
  private record Route(Recipient recipient, List<Subscription> subscriptions) {}

  /**
   * What became of a message.
   *
   * @param position of the log from which on it is safe, 0: nothing was to be kept
   * @param recipients number of sessions it was handed to
   * @param crowded those of them a publisher of QoS 1 or 2 is to wait for
   */
  public record Routed(long position, int recipients, List<Recipient> crowded) {}

  public Router(RetainedStore retained) {
    this.retained = retained;
  }

  /** Keeps the message if it is to be retained, and hands it to every session that matches. */
  public Routed route(Message message) {
    long position = message.retain() ? retained.keep(message) : 0;
    int recipients = 0;
    List<Recipient> crowded = List.of();
    for (Route route : routes(message.topic())) {
      if (deliver(route, message)) {
        recipients++;
        if (message.qos() > 0 && route.recipient.crowded()) {
          crowded = with(crowded, route.recipient);
        }
      }
    }
    routed++;
    return new Routed(position, recipients, crowded);
  }

  private static List<Recipient> with(List<Recipient> some, Recipient one) {
    List<Recipient> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  private static boolean deliver(Route route, Message message) {
    List<Subscription> subscriptions = route.subscriptions;
    boolean own = message.publisher().equals(route.recipient.clientId());
    if (subscriptions.size() == 1) {
      Subscription only = subscriptions.getFirst();
      if (own && only.noLocal()) {
        return false;
      }
      boolean retain = message.retain() && only.retainAsPublished();
      int[] identifiers = only.identifier() == 0 ? NO_IDENTIFIERS : new int[] {only.identifier()};
      route.recipient.deliver(message, Math.min(only.qos(), message.qos()), retain, identifiers);
      return true;
    }
    return deliverOnce(route.recipient, message, own, subscriptions);
  }

  /** No Local is judged for each subscription before they are taken together. */
  private static boolean deliverOnce(
      Recipient recipient, Message message, boolean own, List<Subscription> subscriptions) {
    List<Subscription> eligible =
        own ? subscriptions.stream().filter(s -> !s.noLocal()).toList() : subscriptions;
    if (eligible.isEmpty()) {
      return false;
    }
    int qos = eligible.stream().mapToInt(Subscription::qos).max().getAsInt();
    boolean asPublished = eligible.stream().anyMatch(Subscription::retainAsPublished);
    int[] identifiers =
        eligible.stream().mapToInt(Subscription::identifier).filter(i -> i != 0).toArray();
    recipient.deliver(
        message, Math.min(qos, message.qos()), message.retain() && asPublished, identifiers);
    return true;
  }

  private List<Route> routes(String topic) {
    List<Route> known = routes.get(topic);
    if (known != null) {
      return known;
    }
    Map<Recipient, List<Subscription>> grouped = new LinkedHashMap<>();
    tree.match(topic, s -> grouped.computeIfAbsent(s.recipient(), _ -> new ArrayList<>()).add(s));
    List<Route> found =
        grouped.entrySet().stream().map(e -> new Route(e.getKey(), e.getValue())).toList();
    if (routes.size() >= REMEMBERED_TOPICS) {
      routes.clear();
    }
    routes.put(topic, found);
    return found;
  }

  public void subscribe(Subscription subscription) {
    tree.add(subscription.filter(), subscription);
    routes.clear();
  }

  public void unsubscribe(Subscription subscription) {
    tree.remove(subscription.filter(), subscription);
    routes.clear();
  }

  public RetainedStore retained() {
    return retained;
  }

  public int subscriptions() {
    return tree.size();
  }

  /** Messages that came in since the start, wills included. */
  public long routed() {
    return routed;
  }
}
