package dev.plantwright.engine.gateway;

import dev.plantwright.engine.broker.LocalClient;
import dev.plantwright.engine.broker.LocalClients;
import dev.plantwright.engine.broker.Publication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Keeps what was published and hands messages to whoever subscribed their very topic. */
final class TestBroker implements LocalClients {
  private final List<Publication> published = new CopyOnWriteArrayList<>();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  private final class Session implements LocalClient {
    final Set<String> topics = ConcurrentHashMap.newKeySet();
    final Consumer<Publication> receiver;

    Session(Consumer<Publication> receiver) {
      this.receiver = receiver;
    }

    @Override
    public CompletionStage<Void> publish(Publication message) {
      published.add(message);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> subscribe(String filter, int qos) {
      topics.add(filter);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> unsubscribe(String filter) {
      topics.remove(filter);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
      sessions.values().remove(this);
    }
  }

  @Override
  public LocalClient connect(String clientId, String user, Consumer<Publication> receiver) {
    Session session = new Session(receiver);
    sessions.put(clientId, session);
    return session;
  }

  boolean subscribed(String topic) {
    return sessions.values().stream().anyMatch(session -> session.topics.contains(topic));
  }

  void send(String topic, String payload) {
    for (Session session : sessions.values()) {
      if (session.topics.contains(topic)) {
        session.receiver.accept(new Publication(topic, payload.getBytes(), 0, false));
      }
    }
  }

  List<JsonNode> on(String topic) {
    return published.stream()
        .filter(message -> message.topic().equals(topic))
        .map(message -> TestGateway.JSON.readTree(message.payload()))
        .toList();
  }

  /** The text of the first message. */
  String first(String topic) throws InterruptedException {
    TestGateway.until("a message on " + topic, () -> !on(topic).isEmpty());
    return published.stream()
        .filter(message -> message.topic().equals(topic))
        .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  JsonNode last(String topic) throws InterruptedException {
    TestGateway.until("a message on " + topic, () -> !on(topic).isEmpty());
    return on(topic).getLast();
  }
}
