package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.broker.LocalClient;
import dev.plantwright.engine.broker.LocalClients;
import dev.plantwright.engine.broker.Publication;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The engine's own broker, in process. */
final class LocalLink implements BrokerLink {
  private static final long WAIT_SECONDS = 10;

  private final LocalClients clients;
  private final String clientId;
  private final String user;
  private LocalClient client;

  LocalLink(LocalClients clients, String clientId, String user) {
    this.clients = clients;
    this.clientId = clientId;
    this.user = user;
  }

  @Override
  public void connect(Receiver receiver) {
    client =
        clients.connect(
            clientId, user, message -> receiver.arrived(message.topic(), message.payload()));
  }

  @Override
  public boolean connected() {
    return client != null;
  }

  @Override
  public void subscribe(String topic, int qos) throws IOException {
    await(client.subscribe(topic, qos), "subscribe to " + topic);
  }

  @Override
  public void publish(String topic, byte[] payload, int qos) throws IOException {
    await(client.publish(new Publication(topic, payload, qos, false)), "publish on " + topic);
  }

  private static void await(CompletionStage<Void> stage, String what) throws IOException {
    try {
      stage.toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while trying to " + what + ".", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The broker refused to " + what + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
