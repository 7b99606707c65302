package dev.plantwright.engine.gateway.north;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A broker behind a socket, by MQTT 5. */
final class PahoLink implements BrokerLink {
  private static final int SECONDS = 10;
  private static final int KEEP_ALIVE = 60;

  private final MqttSettings settings;
  private MqttClient client;

  PahoLink(MqttSettings settings) {
    this.settings = settings;
  }

  @Override
  public void connect(Receiver receiver) throws IOException {
    String broker = settings.host() + ":" + settings.port();
    try {
      close();
      client = new MqttClient("tcp://" + broker, settings.clientId(), new MemoryPersistence());
      client.setTimeToWait(SECONDS * 1000L);
      client.setCallback(new Arrivals(receiver));
      client.connect(options());
    } catch (MqttException | IllegalArgumentException e) {
      close();
      throw new IOException("Cannot connect to broker " + broker + ": " + reason(e) + ".", e);
    }
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setKeepAliveInterval(KEEP_ALIVE);
    options.setConnectionTimeout(SECONDS);
    options.setAutomaticReconnect(false);
    options.setSocketFactory(new BufferedSockets());
    settings.user().ifPresent(options::setUserName);
    settings
        .password()
        .ifPresent(secret -> options.setPassword(secret.getBytes(StandardCharsets.UTF_8)));
    return options;
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  @Override
  public boolean connected() {
    return client != null && client.isConnected();
  }

  @Override
  public void subscribe(String topic, int qos) throws IOException {
    try {
      client.subscribe(topic, qos);
    } catch (MqttException e) {
      throw new IOException("The broker refused to subscribe to " + topic + ".", e);
    }
  }

  @Override
  public void publish(String topic, byte[] payload, int qos) throws IOException {
    try {
      client.publish(topic, payload, qos, false);
    } catch (MqttException e) {
      throw new IOException("The broker did not take a message on " + topic + ".", e);
    }
  }

  @Override
  public void close() {
    if (client == null) {
      return;
    }
    try {
      client.disconnectForcibly(100, 500, false);
    } catch (MqttException e) {
      // It is gone already.
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      // Nothing is left to be closed.
    }
    client = null;
  }

  private record Arrivals(Receiver receiver) implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
      receiver.arrived(topic, message.getPayload());
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String uri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }

  /** The client reads byte by byte from what the socket gives it. */
  private static final class BufferedSockets extends SocketFactory {
    private static final class BufferedSocket extends Socket {
      private InputStream buffered;

      @Override
      public InputStream getInputStream() throws IOException {
        if (buffered == null) {
          buffered = new BufferedInputStream(super.getInputStream());
        }
        return buffered;
      }
    }

    @Override
    public Socket createSocket() {
      return new BufferedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      Socket socket = new BufferedSocket();
      socket.connect(new java.net.InetSocketAddress(host, port), SECONDS * 1000);
      return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return createSocket(host, port);
    }
  }
}
