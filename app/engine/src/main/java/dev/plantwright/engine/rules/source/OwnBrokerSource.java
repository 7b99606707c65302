package dev.plantwright.engine.rules.source;

import dev.plantwright.engine.broker.LocalClient;
import dev.plantwright.engine.broker.LocalClients;
import dev.plantwright.engine.broker.Publication;
import dev.plantwright.engine.rules.flow.Message;
import dev.plantwright.engine.rules.flow.Source;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Messages of the engine's own broker, in process. */
final class OwnBrokerSource implements Source {
  private final LocalClients clients;
  private final String clientId;
  private final String user;
  private final String filter;
  private final InstantSource clock;
  private Optional<LocalClient> client = Optional.empty();
  private long messageId;

  OwnBrokerSource(
      LocalClients clients, String clientId, String user, String filter, InstantSource clock) {
    this.clients = clients;
    this.clientId = clientId;
    this.user = user;
    this.filter = filter;
    this.clock = clock;
  }

  @Override
  public void open(Consumer<Message> receiver) {
    LocalClient opened =
        clients.connect(clientId, user, publication -> receiver.accept(message(publication)));
    client = Optional.of(opened);
    opened.subscribe(filter, 1);
  }

  /** On the broker's event loop. */
  private Message message(Publication publication) {
    Map<String, Object> metadata =
        Map.of(
            "topic",
            publication.topic(),
            "qos",
            (long) publication.qos(),
            "messageid",
            ++messageId);
    return new Message.Bytes(publication.payload(), clock.millis(), metadata);
  }

  @Override
  public boolean isBytes() {
    return true;
  }

  @Override
  public void close() {
    client.ifPresent(LocalClient::close);
  }
}
