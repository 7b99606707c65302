package dev.plantwright.sites.mqtt;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.Listeners;
import dev.plantwright.sites.Registration;
import dev.plantwright.sites.Site;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Holds a connection to a broker and hands on what its subscriptions bring; lost, it tries again by
 * itself after 1 s, 2 s, 4 s and so on up to 10 s. One thread of its own owns connection and state.
 */
public final class MqttLink implements AutoCloseable {
  private static final long FIRST_PAUSE_MS = 1_000;
  private static final long LONGEST_PAUSE_MS = 10_000;

  private final Options options;
  private final Consumer<Message> consumer;
  private final InstantSource clock;
  private final Listeners<LinkState> listeners = new Listeners<>();
  private final CompletableFuture<String> closing = new CompletableFuture<>();
  private final Thread thread;

  // Written by the link's thread only.
  private volatile LinkState state = new LinkState.Off();
  private volatile Optional<MqttSession> session = Optional.empty();

  /**
   * What to connect to and what to ask for.
   *
   * @param clientId unique at the broker; a second one with the same id drives out the first
   * @param filters topic filters, none for a link that only publishes
   * @param qos 0 or 1, for all filters
   */
  public record Options(Site.Broker broker, String clientId, List<String> filters, int qos) {
    public Options {
      filters = List.copyOf(filters);
    }
  }

  /**
   * @param consumer called for every message on the connection's thread; it must not block and must
   *     not publish; what it throws is logged and counted, the message is gone
   */
  public MqttLink(Options options, Consumer<Message> consumer, InstantSource clock) {
    this.options = options;
    this.consumer = consumer;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("mqtt-" + options.clientId()).unstarted(this::run);
  }

  /** Starts connecting; to be called once. Returns at once: watch {@link #state}. */
  public void open() {
    thread.start();
  }

  /** How the link is doing at this moment; any thread. */
  public LinkState state() {
    return state;
  }

  /** Adds a listener of changes of state; it is called on the link's thread. */
  public Registration onState(Consumer<LinkState> listener) {
    return listeners.add(listener);
  }

  /**
   * Publishes a message and returns when the broker has it (QoS 1) or it is sent (QoS 0).
   *
   * @throws DoorException if the link is not connected or the broker refuses
   */
  public void publish(String topic, byte[] payload, int qos, boolean retain) {
    MqttSession connected = session.orElseThrow(this::notConnected);
    try {
      connected.publish(topic, payload, qos, retain);
    } catch (MqttException e) {
      String reason = "Publishing on " + topic + ": " + MqttReasons.words(e) + ".";
      throw new DoorException("mqtt", 0, e.getReasonCode(), reason, e);
    }
  }

  /** Ends the connection and waits for it at most 3 s; the link cannot be opened again. */
  @Override
  public void close() {
    closing.complete("closed");
    try {
      thread.join(Duration.ofSeconds(3));
    } catch (IllegalThreadStateException e) {
      // It never ran.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long pause = FIRST_PAUSE_MS;
    while (!closing.isDone()) {
      become(new LinkState.Connecting());
      Attempt attempt = connectAndStay();
      if (closing.isDone()) {
        break;
      }
      pause = attempt.wasConnected() ? FIRST_PAUSE_MS : pause;
      become(new LinkState.Retrying(attempt.cause(), clock.instant().plusMillis(pause)));
      waitFor(pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
    become(new LinkState.Off());
  }

  private record Attempt(boolean wasConnected, String cause) {}

  private Attempt connectAndStay() {
    boolean connected = false;
    try (MqttSession attempt = new MqttSession(options, consumer, clock)) {
      attempt.connect();
      connected = true;
      session = Optional.of(attempt);
      become(new LinkState.Connected(clock.instant()));
      return new Attempt(true, (String) CompletableFuture.anyOf(attempt.end(), closing).get());
    } catch (MqttException e) {
      return new Attempt(connected, MqttReasons.words(e));
    } catch (InterruptedException | ExecutionException e) {
      closing.complete("closed");
      return new Attempt(connected, "interrupted");
    } finally {
      session = Optional.empty();
    }
  }

  private void waitFor(long millis) {
    try {
      closing.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The pause is over.
    } catch (InterruptedException | ExecutionException e) {
      closing.complete("closed");
    }
  }

  private void become(LinkState next) {
    state = next;
    listeners.tell(next);
  }

  private DoorException notConnected() {
    return new DoorException(
        "mqtt",
        0,
        0,
        "Not connected to the broker at %s:%d; try again when it is."
            .formatted(options.broker().host(), options.broker().port()));
  }
}
