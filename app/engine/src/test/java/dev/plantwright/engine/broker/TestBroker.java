package dev.plantwright.engine.broker;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.access.Users;
import dev.plantwright.engine.broker.durability.SegmentedLog;
import dev.plantwright.engine.broker.session.Census;
import dev.plantwright.engine.broker.session.Limits;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A broker on a free port whose clock stands still unless it is moved. */
final class TestBroker implements AutoCloseable, InstantSource {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T06:00:00Z"));
  private final Broker broker;
  private final int port;

  private TestBroker(Path dir, Access access, Limits limits) throws IOException {
    broker = new Broker(new BrokerOptions(dir, access, limits, SegmentedLog.Options.DEFAULT, this));
    port = broker.listen("127.0.0.1", 0);
  }

  static TestBroker open(Path dir) throws IOException {
    return new TestBroker(dir, Users.anonymous(), Limits.DEFAULT);
  }

  static TestBroker open(Path dir, Access access) throws IOException {
    return new TestBroker(dir, access, Limits.DEFAULT);
  }

  static TestBroker open(Path dir, Limits limits) throws IOException {
    return new TestBroker(dir, Users.anonymous(), limits);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  Broker broker() {
    return broker;
  }

  int port() {
    return port;
  }

  Peer peer(MqttVersion version) throws IOException {
    return new Peer(port, version);
  }

  Peer connected(MqttVersion version, String clientId) throws IOException {
    return Peer.connected(port, version, clientId);
  }

  Census census() {
    return broker.census().toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
  }

  /** Looks again and again until the broker is as it should be. */
  Census await(Predicate<Census> condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    Census census = census();
    while (!condition.test(census)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the broker stayed as it was: " + census);
      }
      Thread.onSpinWait();
      census = census();
    }
    return census;
  }

  @Override
  public void close() {
    broker.close();
  }
}
