package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.router.Router;
import dev.plantwright.engine.broker.router.Subscription;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The filters of one session, known to the router. Confined to the broker's loop. */
final class Subscriptions {
  private final Router router;
  private final Map<String, Subscription> byFilter = new HashMap<>(4);

  Subscriptions(Router router) {
    this.router = router;
  }

  /**
   * Adds a subscription or replaces the one with the same filter.
   *
   * @return true if there was none
   */
  boolean put(Subscription subscription) {
    Subscription before = byFilter.put(subscription.filter(), subscription);
    if (before != null) {
      router.unsubscribe(before);
    }
    router.subscribe(subscription);
    return before == null;
  }

  boolean remove(String filter) {
    Subscription before = byFilter.remove(filter);
    if (before != null) {
      router.unsubscribe(before);
    }
    return before != null;
  }

  void clear() {
    byFilter.values().forEach(router::unsubscribe);
    byFilter.clear();
  }

  int size() {
    return byFilter.size();
  }

  Set<String> filters() {
    return Set.copyOf(byFilter.keySet());
  }
}
