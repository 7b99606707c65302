package dev.plantwright.engine.broker;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** A client of one socket whose packets are written and read by a codec that is not ours. */
final class Peer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5_000;

  private final Socket socket;
  private final MqttVersion version;
  private final EmbeddedChannel codec =
      new EmbeddedChannel(new MqttDecoder(1 << 24), MqttEncoder.INSTANCE);

  Peer(int port, MqttVersion version) throws IOException {
    this.version = version;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  static Peer connected(int port, MqttVersion version, String clientId) throws IOException {
    Peer peer = new Peer(port, version);
    peer.connect(c -> c.clientId(clientId).cleanSession(true));
    return peer;
  }

  /** Connects and gives back the CONNACK. */
  MqttConnAckMessage connect(UnaryOperator<MqttMessageBuilders.ConnectBuilder> with) {
    send(with.apply(MqttMessageBuilders.connect().protocolVersion(version).keepAlive(60)).build());
    return (MqttConnAckMessage) next();
  }

  MqttSubAckMessage subscribe(String filter, int qos) {
    send(
        MqttMessageBuilders.subscribe()
            .messageId(1)
            .addSubscription(MqttQoS.valueOf(qos), filter)
            .build());
    return (MqttSubAckMessage) next();
  }

  void publish(String topic, String payload, int qos, boolean retain, int id) {
    publish(topic, payload, qos, retain, id, MqttProperties.NO_PROPERTIES);
  }

  void publish(
      String topic, String payload, int qos, boolean retain, int id, MqttProperties properties) {
    send(
        MqttMessageBuilders.publish()
            .topicName(topic)
            .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
            .qos(MqttQoS.valueOf(qos))
            .retained(retain)
            .messageId(id)
            .properties(properties)
            .build());
  }

  void send(MqttMessage message) {
    codec.writeOutbound(message);
    for (ByteBuf out = codec.readOutbound(); out != null; out = codec.readOutbound()) {
      byte[] bytes = new byte[out.readableBytes()];
      out.readBytes(bytes).release();
      sendBytes(bytes);
    }
  }

  void sendHex(String hex) {
    sendBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private void sendBytes(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next packet, waited for; an error if the broker closes or stays silent. */
  MqttMessage next() {
    MqttMessage message = codec.readInbound();
    while (message == null) {
      if (!read()) {
        throw new AssertionError("the broker closed the connection");
      }
      message = codec.readInbound();
    }
    if (message.decoderResult().isFailure()) {
      throw new AssertionError(
          "the broker sent bytes that are no packet", message.decoderResult().cause());
    }
    return message instanceof MqttPublishMessage publish ? unpooled(publish) : message;
  }

  private static MqttPublishMessage unpooled(MqttPublishMessage publish) {
    MqttPublishMessage copy = publish.replace(Unpooled.copiedBuffer(publish.payload()));
    publish.release();
    return copy;
  }

  MqttPublishMessage nextMessage() {
    return (MqttPublishMessage) next();
  }

  /** Topic, payload, QoS and retain flag of the next message, in one line. */
  String nextLine() {
    MqttPublishMessage message = nextMessage();
    return "%s=%s qos%d%s%s"
        .formatted(
            message.variableHeader().topicName(),
            message.payload().toString(StandardCharsets.UTF_8),
            message.fixedHeader().qosLevel().value(),
            message.fixedHeader().isRetain() ? " retained" : "",
            message.fixedHeader().isDup() ? " again" : "");
  }

  /** Waits for the answer of a ping: whatever was to come before it has come, or never will. */
  void expectNothingBeforePing() {
    send(MqttMessage.PINGREQ);
    MqttMessage message = next();
    if (message.fixedHeader().messageType() != MqttMessageType.PINGRESP) {
      throw new AssertionError("unexpected " + message);
    }
  }

  /** Reads the next packet, which must be of that type, and gives back its identifier. */
  int nextId(MqttMessageType type) {
    MqttMessage message = next();
    if (message.fixedHeader().messageType() != type) {
      throw new AssertionError("expected " + type + " but got " + message);
    }
    return ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
  }

  /** Reason code of the next packet, an acknowledgement or DISCONNECT. */
  int nextReason() {
    MqttMessage message = next();
    return switch (message.variableHeader()) {
      case MqttPubReplyMessageVariableHeader ack -> ack.reasonCode() & 0xFF;
      case MqttReasonCodeAndPropertiesVariableHeader bye -> bye.reasonCode() & 0xFF;
      default -> throw new AssertionError("no reason in " + message);
    };
  }

  void acknowledge(MqttMessageType type, int id) {
    sendHex(
        "%02x02%04x".formatted(type.value() << 4 | (type == MqttMessageType.PUBREL ? 2 : 0), id));
  }

  /** True if the broker ends the connection before it sends anything more. */
  boolean isClosedByBroker() {
    return codec.readInbound() == null && !read();
  }

  private boolean read() {
    try {
      byte[] bytes = new byte[8192];
      int length = socket.getInputStream().read(bytes);
      if (length < 0) {
        return false;
      }
      codec.writeInbound(Unpooled.copiedBuffer(bytes, 0, length));
      return true;
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("nothing came from the broker in " + PATIENCE_MILLIS + " ms", e);
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends without a goodbye. */
  @Override
  public void close() throws IOException {
    socket.close();
    codec.finishAndReleaseAll();
  }
}
