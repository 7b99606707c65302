package dev.plantwright.sites.mqtt;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the library's calls into messages; lives on the library's callback thread. */
final class MqttArrivals implements MqttCallback {
  private static final Logger LOG = LoggerFactory.getLogger(MqttArrivals.class);

  private final Consumer<Message> consumer;
  private final InstantSource clock;
  private final Consumer<String> lost;
  private long failed;

  MqttArrivals(Consumer<Message> consumer, InstantSource clock, Consumer<String> lost) {
    this.consumer = consumer;
    this.clock = clock;
    this.lost = lost;
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    try {
      consumer.accept(
          new Message(
              topic,
              message.getPayload(),
              message.getQos(),
              message.isRetained(),
              properties(message.getProperties()),
              System.nanoTime(),
              clock.millis()));
    } catch (RuntimeException e) {
      // What is thrown here would end the connection; one line per power of two is enough to know.
      failed++;
      if (Long.bitCount(failed) == 1) {
        LOG.error("A message on {} was lost in the workbench ({} so far)", topic, failed, e);
      }
    }
  }

  private static MessageProperties properties(MqttProperties from) {
    if (from == null) {
      return MessageProperties.NONE;
    }
    List<MessageProperties.User> user =
        from.getUserProperties().stream()
            .map(pair -> new MessageProperties.User(pair.getKey(), pair.getValue()))
            .toList();
    boolean bare =
        user.isEmpty()
            && from.getContentType() == null
            && from.getResponseTopic() == null
            && from.getCorrelationData() == null
            && from.getMessageExpiryInterval() == null
            && !from.getPayloadFormat();
    return bare ? MessageProperties.NONE : properties(from, user);
  }

  private static MessageProperties properties(
      MqttProperties from, List<MessageProperties.User> user) {
    Long expiry = from.getMessageExpiryInterval();
    return new MessageProperties(
        from.getPayloadFormat(),
        Optional.ofNullable(from.getContentType()),
        Optional.ofNullable(from.getResponseTopic()),
        Optional.ofNullable(from.getCorrelationData()),
        expiry == null ? OptionalLong.empty() : OptionalLong.of(expiry),
        user);
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    MqttException e = response.getException();
    int code = response.getReturnCode();
    lost.accept(
        code >= 0x80 || e == null
            ? MqttReasons.words(code, "the connection is lost")
            : MqttReasons.words(e));
  }

  @Override
  public void mqttErrorOccurred(MqttException e) {
    LOG.warn("The MQTT connection reports: {}", MqttReasons.words(e));
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // publish waits for its own token
  }

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {
    // connect waits for its own token
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    LOG.warn("The broker asks for enhanced authentication, which is not offered here");
  }
}
