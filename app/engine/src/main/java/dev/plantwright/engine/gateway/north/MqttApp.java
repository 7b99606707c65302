package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.gateway.driver.BackOff;
import dev.plantwright.engine.gateway.driver.GroupReading;
import dev.plantwright.engine.gateway.driver.LinkState;
import dev.plantwright.engine.gateway.model.Settings;
import dev.plantwright.engine.gateway.north.GatewayAccess.DriverState;
import dev.plantwright.engine.gateway.north.GatewayAccess.ReadTag;
import dev.plantwright.engine.gateway.north.MqttRequests.Answer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One application that publishes over MQTT, on a virtual thread of its own. Requests are answered
 * on threads of theirs, so that a slow device does not hold up uploads.
 */
final class MqttApp implements NorthApp {
  private static final Logger LOG = LoggerFactory.getLogger(MqttApp.class);
  private static final int INBOX = 1_000;
  private static final int REQUESTS_AT_ONCE = 32;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private sealed interface Message {
    record Reading(String driver, GroupReading reading) implements Message {}

    record Reply(String topic, ObjectNode message) implements Message {}

    record Wake() implements Message {}
  }

  private final String node;
  private final MqttSettings settings;
  private final BrokerLink broker;
  private final GatewayAccess gateway;
  private final InstantSource clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final MqttRequests requests;
  private final ArrayBlockingQueue<Message> inbox = new ArrayBlockingQueue<>(INBOX);
  private final Semaphore answering = new Semaphore(REQUESTS_AT_ONCE);
  private final AtomicLong dropped = new AtomicLong();
  private final Map<Subscription, News> news = new HashMap<>();
  private final BackOff backOff = new BackOff();
  private final Cache cache;
  private final Thread thread;
  private volatile List<Subscription> wanted = List.of();
  private volatile LinkState link = LinkState.NEW;
  private volatile boolean closed;
  private long nextTry = System.nanoTime();
  private long nextState = System.nanoTime();
  private long nextCached = System.nanoTime();

  MqttApp(
      String node,
      MqttSettings settings,
      BrokerLink broker,
      GatewayAccess gateway,
      InstantSource clock) {
    this.node = node;
    this.settings = settings;
    this.broker = broker;
    this.gateway = gateway;
    this.clock = clock;
    this.requests = new MqttRequests(gateway, json);
    this.cache = new Cache(settings.cacheBytes());
    this.thread = Thread.ofVirtual().name("mqtt " + node).start(this::run);
  }

  @Override
  public LinkState link() {
    return link;
  }

  @Override
  public void subscriptions(List<Subscription> subscriptions) {
    wanted = List.copyOf(subscriptions);
    inbox.offer(new Message.Wake());
  }

  @Override
  public void offer(String driver, GroupReading reading) {
    boolean subscribed =
        wanted.stream()
            .anyMatch(
                one -> one.driver().equals(driver) && one.group().equals(reading.group().name()));
    Message message = new Message.Reading(driver, reading);
    while (subscribed && !closed && !inbox.offer(message)) {
      if (inbox.poll() != null) {
        lost(1);
      }
    }
  }

  private void lost(int count) {
    if (count > 0 && dropped.getAndAdd(count) == 0) {
      LOG.warn("Node {}: uploads are lost, the broker is slower than the readings", node);
    }
  }

  private void run() {
    try {
      while (!closed) {
        Message message = inbox.poll(untilNext(), TimeUnit.NANOSECONDS);
        news.keySet().retainAll(wanted);
        if (!broker.connected() && System.nanoTime() - nextTry >= 0) {
          connect();
        }
        handle(message);
        syncCache();
        reportStates();
      }
    } catch (InterruptedException e) {
      LOG.debug("Node {} ends", node);
    } finally {
      broker.close();
      link = LinkState.NEW;
    }
  }

  private long untilNext() {
    long now = System.nanoTime();
    long wait = IDLE_NANOS;
    if (!broker.connected()) {
      return Math.max(0, Math.min(wait, nextTry - now));
    }
    if (settings.state().isPresent()) {
      wait = Math.min(wait, nextState - now);
    }
    if (!cache.isEmpty()) {
      wait = Math.min(wait, nextCached - now);
    }
    return Math.max(0, wait);
  }

  private void connect() {
    try {
      broker.connect(this::arrived);
      if (settings.requests()) {
        broker.subscribe(readTopic("req"), settings.qos());
        broker.subscribe(settings.writeRequests(), settings.qos());
      }
      backOff.worked();
      link = LinkState.UP;
      nextState = System.nanoTime();
    } catch (IOException | RuntimeException e) {
      broker.close();
      broken(String.valueOf(e.getMessage()));
    }
  }

  private void broken(String cause) {
    long wait = backOff.failed();
    nextTry = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait);
    if (!cause.equals(link.cause())) {
      LOG.warn("Node {}: {} Next try in {} s.", node, cause, wait / 1000);
    }
    link = new LinkState(false, cause, clock.millis() + wait);
  }

  private String readTopic(String end) {
    return "neuron/" + node + "/read/" + end;
  }

  private void handle(Message message) {
    switch (message) {
      case Message.Reading(String driver, GroupReading reading) -> report(driver, reading);
      case Message.Reply(String topic, ObjectNode reply) -> send(topic, bytes(reply), false);
      case Message.Wake() -> {}
      case null -> {}
    }
  }

  private byte[] bytes(ObjectNode message) {
    return json.writeValueAsBytes(message);
  }

  private void report(String driver, GroupReading reading) {
    for (Subscription one : wanted) {
      if (!one.driver().equals(driver) || !one.group().equals(reading.group().name())) {
        continue;
      }
      List<ReadTag> tags = news.computeIfAbsent(one, _ -> new News()).of(reading);
      if (tags.isEmpty()) {
        continue;
      }
      List<ReadTag> told =
          settings.uploadErrors()
              ? tags
              : tags.stream().filter(tag -> tag.reading().good()).toList();
      ObjectNode message =
          settings.format().message(driver, one.group(), reading.millis(), told, one.staticTags());
      send(topic(one), bytes(message), true);
    }
  }

  private String topic(Subscription subscription) {
    Optional<String> topic =
        subscription.params().flatMap(params -> new Settings(params).text("topic"));
    return topic.orElse(
        "/neuron/" + node + "/" + subscription.driver() + "/" + subscription.group());
  }

  private void send(String topic, byte[] payload, boolean upload) {
    try {
      if (broker.connected()) {
        broker.publish(topic, payload, settings.qos());
        return;
      }
    } catch (IOException | RuntimeException e) {
      broker.close();
      broken(String.valueOf(e.getMessage()));
    }
    if (upload && settings.cacheBytes() > 0) {
      lost(cache.add(new Cache.Upload(topic, payload)));
    }
    if (link.connected()) {
      broken("The connection to the broker broke.");
    }
  }

  private void syncCache() {
    if (cache.isEmpty() || !broker.connected() || System.nanoTime() - nextCached < 0) {
      return;
    }
    nextCached = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.cachePause());
    try {
      Cache.Upload first = cache.first();
      broker.publish(first.topic(), first.payload(), settings.qos());
      cache.removeFirst();
    } catch (IOException | RuntimeException e) {
      broker.close();
      broken(String.valueOf(e.getMessage()));
    }
  }

  private void reportStates() {
    if (settings.state().isEmpty() || System.nanoTime() - nextState < 0) {
      return;
    }
    MqttSettings.StateReport report = settings.state().get();
    nextState = System.nanoTime() + TimeUnit.SECONDS.toNanos(report.seconds());
    if (!broker.connected()) {
      return;
    }
    ObjectNode message = json.createObjectNode().put("timestamp", clock.millis());
    ArrayNode states = message.putArray("states");
    for (DriverState state : gateway.driverStates()) {
      states
          .addObject()
          .put("node", state.node())
          .put("link", state.link() ? 1 : 0)
          .put("running", state.running());
    }
    try {
      broker.publish(report.topic(), bytes(message), 0);
    } catch (IOException | RuntimeException e) {
      broker.close();
      broken(String.valueOf(e.getMessage()));
    }
  }

  /** On a thread of the broker: hands the request to a thread of its own, or drops it. */
  private void arrived(String topic, byte[] payload) {
    if (closed || !answering.tryAcquire()) {
      return;
    }
    Thread.ofVirtual().name("mqtt request " + node).start(() -> answer(topic, payload));
  }

  private void answer(String topic, byte[] payload) {
    try {
      Optional<Answer> answer =
          topic.equals(settings.writeRequests()) ? requests.write(payload) : requests.read(payload);
      answer.ifPresent(
          told -> {
            String where = told.toWrites() ? settings.writeResponses() : readTopic("resp");
            inbox.offer(new Message.Reply(where, told.message()));
          });
    } catch (RuntimeException e) {
      LOG.error("Node {}: a request on {} could not be answered", node, topic, e);
    } finally {
      answering.release();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
