package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.PropertyKind;
import dev.plantwright.engine.broker.message.Message;
import dev.plantwright.engine.broker.router.Router;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Optional;

/** A session whose client comes and goes on sockets. Confined to the broker's loop. */
final class NetworkSession implements Session {
  static final long FOR_EVER = 0xFFFF_FFFFL;

  private final Access.Client client;
  private final Router router;
  private final InstantSource clock;
  private final Traffic traffic;
  private final Subscriptions subscriptions;
  private final Outbox outbox;
  private final BitSet received = new BitSet();
  private Optional<Connection> connection = Optional.empty();
  private Optional<Packet.Will> will = Optional.empty();
  private long willDue;
  private long expirySeconds;
  private long expiresAt = Message.NEVER;

  NetworkSession(
      Access.Client client, Limits limits, Router router, InstantSource clock, Traffic all) {
    this.client = client;
    this.router = router;
    this.clock = clock;
    this.traffic = new Traffic(all);
    this.subscriptions = new Subscriptions(router);
    this.outbox = new Outbox(limits, traffic, clock);
  }

  @Override
  public String clientId() {
    return client.clientId();
  }

  @Override
  public void deliver(Message message, int qos, boolean retain, int[] identifiers) {
    outbox.offer(message, qos, retain, identifiers);
  }

  @Override
  public boolean crowded() {
    return outbox.crowded();
  }

  @Override
  public void whenRoomy(Runnable then) {
    outbox.whenRoomy(then);
  }

  /** A client is there; what it is owed is sent after its CONNACK by {@link #resume}. */
  void attach(Connection to, Packet.Connect connect) {
    connection = Optional.of(to);
    will = connect.will();
    expiresAt = Message.NEVER;
    expirySeconds =
        connect.version() == Packet.MQTT_5
            ? connect.properties().whole(PropertyKind.SESSION_EXPIRY).orElse(0)
            : connect.cleanStart() ? 0 : FOR_EVER;
  }

  void resume(ClientOutlet to) {
    outbox.attach(to, to.receiveMaximum());
  }

  /**
   * The client is gone.
   *
   * @param publishWill it went without a proper goodbye
   */
  void detach(boolean publishWill) {
    connection = Optional.empty();
    outbox.detach();
    long now = clock.millis();
    expiresAt = expirySeconds == FOR_EVER ? Message.NEVER : now + expirySeconds * 1000;
    if (!publishWill) {
      will = Optional.empty();
    }
    will.ifPresent(
        w -> {
          long delay = w.properties().whole(PropertyKind.WILL_DELAY).orElse(0) * 1000;
          willDue = Math.min(now + delay, expiresAt);
        });
    publishDueWill(now);
  }

  /** Publishes the will whose delay has passed; true if the session itself has expired. */
  boolean expired(long now) {
    if (connection.isPresent()) {
      return false;
    }
    publishDueWill(now);
    return expiresAt <= now;
  }

  private void publishDueWill(long now) {
    if (will.isPresent() && willDue <= now) {
      publishWill(now);
    }
  }

  private void publishWill(long now) {
    Packet.Will w = will.orElseThrow();
    will = Optional.empty();
    router.route(
        Message.of(
            w.topic(), w.payload(), w.qos(), w.retain(), client.clientId(), w.properties(), now));
  }

  @Override
  public void end() {
    subscriptions.clear();
    if (will.isPresent()) {
      publishWill(clock.millis());
    }
  }

  /** False: a session that was to end with its connection may not become a lasting one. */
  boolean changeExpiry(long seconds) {
    if (expirySeconds == 0 && seconds != 0) {
      return false;
    }
    expirySeconds = seconds;
    return true;
  }

  Access.Client client() {
    return client;
  }

  Optional<Connection> connection() {
    return connection;
  }

  Outbox outbox() {
    return outbox;
  }

  /** Identifiers of QoS 2 messages that came in and are not released yet. */
  BitSet received() {
    return received;
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public Subscriptions subscriptions() {
    return subscriptions;
  }
}
