package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.router.Router;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The broker at one moment.
 *
 * @param connections sockets
 * @param sessions client ids, connected or not, those inside the process included
 * @param received messages from clients since the start
 * @param sent messages to clients since the start
 * @param dropped messages a session could not take, since the start
 */
public record Census(
    int connections,
    int sessions,
    int subscriptions,
    int retained,
    long received,
    long sent,
    long dropped,
    List<Client> clients) {

  /**
   * One session.
   *
   * @param kind {@code network} or {@code local}
   * @param waiting messages in its queue
   * @param inflight messages sent and not acknowledged
   */
  public record Client(
      String clientId,
      String kind,
      boolean connected,
      Set<String> filters,
      long received,
      long sent,
      long dropped,
      int waiting,
      int inflight) {}

  static Census of(Collection<Session> sessions, int connections, Router router, Traffic all) {
    return new Census(
        connections,
        sessions.size(),
        router.subscriptions(),
        router.retained().size(),
        all.received(),
        all.sent(),
        all.dropped(),
        sessions.stream().map(Census::client).toList());
  }

  private static Client client(Session session) {
    return switch (session) {
      case NetworkSession s ->
          client(
              s,
              "network",
              s.connection().isPresent(),
              s.outbox().waiting(),
              s.outbox().inflight());
      case LocalSession s -> client(s, "local", true, 0, 0);
    };
  }

  private static Client client(
      Session session, String kind, boolean connected, int waiting, int inflight) {
    Traffic traffic = session.traffic();
    return new Client(
        session.clientId(),
        kind,
        connected,
        session.subscriptions().filters(),
        traffic.received(),
        traffic.sent(),
        traffic.dropped(),
        waiting,
        inflight);
  }
}
