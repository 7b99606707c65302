package dev.plantwright.engine.rules.source;

import dev.plantwright.engine.rules.flow.Message;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Rows between rules, by topic. Safe to use from any thread; receivers never wait. */
public final class MemoryBus {
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  private record Subscription(String filter, Consumer<Message> receiver) {}

  /** Hands a row to everybody whose filter matches the topic. */
  public void publish(String topic, Map<String, Object> row, long time) {
    Message message = new Message.Members(row, time, Map.of("topic", topic));
    for (Subscription subscription : subscriptions) {
      if (matches(subscription.filter(), topic)) {
        subscription.receiver().accept(message);
      }
    }
  }

  /** Delivers until what it returns is run. */
  Runnable subscribe(String filter, Consumer<Message> receiver) {
    Subscription subscription = new Subscription(filter, receiver);
    subscriptions.add(subscription);
    return () -> subscriptions.remove(subscription);
  }

  static boolean matches(String filter, String topic) {
    String[] wanted = filter.split("/", -1);
    String[] given = topic.split("/", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("#")) {
        return true;
      }
      if (i >= given.length || !(wanted[i].equals("+") || wanted[i].equals(given[i]))) {
        return false;
      }
    }
    return wanted.length == given.length;
  }
}
