package dev.plantwright.engine.rules.sink;

import dev.plantwright.engine.rules.flow.Target;
import dev.plantwright.engine.rules.flow.Template;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Results to a broker, over a socket; messages while there is no connection are lost. */
final class MqttTarget implements Target {
  private static final Logger LOG = LoggerFactory.getLogger(MqttTarget.class);
  private static final int IN_FLIGHT = 1000;
  private static final long CONNECT_WAIT = 3_000;
  private static final long LONGEST_BACK_OFF = 60_000;

  private final MqttAsyncClient client;
  private final MqttConnectionOptions options;
  private final Template topic;
  private final int qos;
  private final boolean retained;
  private final InstantSource clock;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private long nextTry;
  private long backOff = 1_000;

  private MqttTarget(
      MqttAsyncClient client,
      MqttConnectionOptions options,
      Template topic,
      int qos,
      boolean retained,
      InstantSource clock) {
    this.client = client;
    this.options = options;
    this.topic = topic;
    this.qos = qos;
    this.retained = retained;
    this.clock = clock;
  }

  static MqttTarget of(Sinks.Properties properties, String clientId, InstantSource clock) {
    String server =
        properties.text("server").orElseThrow(() -> Sinks.refused("missing server property"));
    Template topic =
        properties
            .text("topic")
            .map(MqttTarget::topic)
            .orElseThrow(() -> Sinks.refused("mqtt sink is missing property topic"));
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setConnectionTimeout(5);
    options.setAutomaticReconnect(true);
    properties.text("username").ifPresent(options::setUserName);
    properties
        .text("password")
        .ifPresent(p -> options.setPassword(p.getBytes(StandardCharsets.UTF_8)));
    String id = properties.text("clientId").or(() -> properties.text("clientid")).orElse(clientId);
    int qos = Math.clamp(properties.number("qos"), 0, 2);
    boolean retained = properties.flag("retained");
    return new MqttTarget(client(server, id), options, topic, qos, retained, clock);
  }

  private static Template topic(String text) {
    try {
      return Template.parse(text);
    } catch (Template.Refused e) {
      throw Sinks.refused(e.getMessage());
    }
  }

  private static MqttAsyncClient client(String server, String id) {
    String url = server.startsWith("mqtt://") ? "tcp://" + server.substring(7) : server;
    try {
      return new MqttAsyncClient(url, id, new MemoryPersistence());
    } catch (MqttException | IllegalArgumentException e) {
      throw Sinks.refused("the server " + server + " cannot be used: " + e.getMessage());
    }
  }

  @Override
  public String type() {
    return "mqtt";
  }

  @Override
  public boolean isBytes() {
    return true;
  }

  @Override
  public void open() {
    connect();
  }

  private void connect() {
    nextTry = clock.millis() + backOff;
    backOff = Math.min(2 * backOff, LONGEST_BACK_OFF);
    try {
      client.connect(options).waitForCompletion(CONNECT_WAIT);
      backOff = 1_000;
    } catch (MqttException e) {
      LOG.warn("no connection to {}: {}", client.getServerURI(), e.getMessage());
    }
  }

  @Override
  public void send(Delivery delivery) {
    if (!client.isConnected() && clock.millis() >= nextTry) {
      connect();
    }
    if (!client.isConnected()) {
      throw new DeliveryFailure("not connected to " + client.getServerURI());
    }
    publish(delivery);
  }

  private void publish(Delivery delivery) {
    MqttMessage message = new MqttMessage(delivery.text().getBytes(StandardCharsets.UTF_8));
    message.setQos(qos);
    message.setRetained(retained);
    Map<String, Object> row = delivery.rows().isEmpty() ? Map.of() : delivery.rows().getFirst();
    try {
      if (!inFlight.tryAcquire(5, TimeUnit.SECONDS)) {
        throw new DeliveryFailure("the broker does not take messages fast enough");
      }
      client.publish(topic.render(row), message, null, new Release(inFlight));
    } catch (MqttException | IllegalArgumentException e) {
      inFlight.release();
      throw new DeliveryFailure(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryFailure("the rule was stopped");
    }
  }

  private record Release(Semaphore inFlight) implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      inFlight.release();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable error) {
      inFlight.release();
    }
  }

  @Override
  public void close() {
    try {
      if (client.isConnected()) {
        client.disconnect(500).waitForCompletion(1_000);
      }
    } catch (MqttException e) {
      LOG.debug("disconnecting from {}", client.getServerURI(), e);
    }
    Optional.of(client).ifPresent(MqttTarget::release);
  }

  private static void release(MqttAsyncClient client) {
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("closing the client of {}", client.getServerURI(), e);
    }
  }
}
