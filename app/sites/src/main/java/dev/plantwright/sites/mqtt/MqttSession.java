package dev.plantwright.sites.mqtt;

import dev.plantwright.sites.Login;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, from its first try to its end; never used again. */
final class MqttSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long ANSWER_MS = 10_000;
  private static final long GOODBYE_MS = 500;

  private final MqttLink.Options options;
  private final MqttAsyncClient client;
  private final CompletableFuture<String> end = new CompletableFuture<>();

  MqttSession(MqttLink.Options options, Consumer<Message> consumer, InstantSource clock)
      throws MqttException {
    this.options = options;
    String uri = "tcp://" + options.broker().host() + ":" + options.broker().port();
    this.client = new MqttAsyncClient(uri, options.clientId(), new MemoryPersistence());
    client.setCallback(new MqttArrivals(consumer, clock, end::complete));
  }

  /** Returns when the broker has accepted connection and subscriptions. */
  void connect() throws MqttException {
    client.connect(connection()).waitForCompletion(CONNECT.toMillis() + ANSWER_MS);
    for (String filter : options.filters()) {
      IMqttToken token = client.subscribe(new MqttSubscription(filter, options.qos()));
      token.waitForCompletion(ANSWER_MS);
      for (int reason : token.getReasonCodes()) {
        if (reason >= 0x80) {
          throw new MqttException(reason);
        }
      }
    }
  }

  private MqttConnectionOptions connection() {
    MqttConnectionOptions connection = new MqttConnectionOptions();
    connection.setCleanStart(true);
    connection.setAutomaticReconnect(false);
    connection.setConnectionTimeout((int) CONNECT.toSeconds());
    connection.setKeepAliveInterval(30);
    connection.setSocketFactory(new BufferedSocketFactory());
    Optional<Login> login = options.broker().login();
    login.ifPresent(
        it -> {
          connection.setUserName(it.user());
          connection.setPassword(it.password().getBytes(StandardCharsets.UTF_8));
        });
    return connection;
  }

  /** Completed with a sentence when the connection is lost. */
  CompletableFuture<String> end() {
    return end;
  }

  void publish(String topic, byte[] payload, int qos, boolean retain) throws MqttException {
    client.publish(topic, payload, qos, retain).waitForCompletion(ANSWER_MS);
  }

  /** Says goodbye if it can and frees threads and socket in any case. */
  @Override
  public void close() {
    try {
      if (client.isConnected()) {
        client.disconnect(GOODBYE_MS).waitForCompletion(GOODBYE_MS);
      }
    } catch (MqttException e) {
      LOG.debug("Goodbye to {} failed", options.broker().host(), e);
    }
    try {
      client.disconnectForcibly(0, 0, false);
    } catch (MqttException e) {
      LOG.debug("Nothing to cut at {}", options.broker().host(), e);
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("Closing the client of {} failed", options.broker().host(), e);
    }
  }
}
