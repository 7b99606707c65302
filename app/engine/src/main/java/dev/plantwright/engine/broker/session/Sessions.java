package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.ReasonCode;
import dev.plantwright.engine.broker.durability.Durability;
import dev.plantwright.engine.broker.router.Router;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All sessions by client id. Confined to the broker's loop. */
public final class Sessions {
  private final Map<String, Session> byId = new HashMap<>();
  private final Set<Connection> connections = new HashSet<>();
  private final SecureRandom random = new SecureRandom();
  private final Traffic traffic = new Traffic();
  private final Router router;
  private final Durability durability;
  private final Access access;
  private final Limits limits;
  private final InstantSource clock;

  public Sessions(
      Router router, Durability durability, Access access, Limits limits, InstantSource clock) {
    this.router = router;
    this.durability = durability;
    this.access = access;
    this.limits = limits;
    this.clock = clock;
  }

  /** The session of a client and whether it was there before. */
  record Attached(NetworkSession session, boolean present) {}

  /** Takes over from a client of the same id; with a clean start from its session too. */
  Attached attach(Access.Client client, Packet.Connect connect, Connection connection) {
    if (byId.get(client.clientId()) instanceof NetworkSession before) {
      before.connection().ifPresent(old -> old.evict(ReasonCode.SESSION_TAKEN_OVER));
      if (connect.cleanStart() && byId.remove(client.clientId(), before)) {
        before.end();
      }
    }
    NetworkSession session =
        byId.get(client.clientId()) instanceof NetworkSession known
            ? known
            : new NetworkSession(client, limits, router, clock, traffic);
    boolean present = byId.put(client.clientId(), session) != null;
    session.attach(connection, connect);
    return new Attached(session, present);
  }

  /** A session in this process uses that id: a client on a socket cannot have it. */
  boolean reserved(String clientId) {
    return byId.get(clientId) instanceof LocalSession;
  }

  /** Opens a session in this process; one of the same id ends. */
  public LocalSession openLocal(Access.Client client, LocalSession.Receiver receiver) {
    Session before = byId.remove(client.clientId());
    if (before instanceof NetworkSession network) {
      network.connection().ifPresent(old -> old.evict(ReasonCode.SESSION_TAKEN_OVER));
    }
    if (before != null) {
      before.end();
    }
    LocalSession session = new LocalSession(client, access, limits, router, traffic, receiver);
    byId.put(client.clientId(), session);
    return session;
  }

  public void closeLocal(LocalSession session) {
    byId.remove(session.clientId(), session);
    session.end();
  }

  /** The client of the session is gone. */
  void detach(NetworkSession session, boolean publishWill) {
    session.detach(publishWill);
    endIfExpired(session, clock.millis());
  }

  private void endIfExpired(NetworkSession session, long now) {
    if (session.expired(now) && byId.remove(session.clientId(), session)) {
      session.end();
    }
  }

  /** What time brings: wills, the end of sessions, clients that fell silent. */
  public void tick() {
    long now = clock.millis();
    for (Session session : List.copyOf(byId.values())) {
      if (session instanceof NetworkSession network) {
        network.outbox().tick(now);
        endIfExpired(network, now);
      }
    }
    List.copyOf(connections).forEach(connection -> connection.checkKeepAlive(now));
  }

  boolean opened(Connection connection) {
    return connections.size() < limits.connections() && connections.add(connection);
  }

  void closed(Connection connection) {
    connections.remove(connection);
  }

  /** Sends every client away. */
  public void shutDown() {
    Iterator<Connection> all = List.copyOf(connections).iterator();
    while (all.hasNext()) {
      all.next().shutDown();
    }
  }

  String freeClientId() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return "auto-" + HexFormat.of().formatHex(bytes);
  }

  Router router() {
    return router;
  }

  Durability durability() {
    return durability;
  }

  Access access() {
    return access;
  }

  Limits limits() {
    return limits;
  }

  InstantSource clock() {
    return clock;
  }

  /** A picture of this moment. */
  public Census census() {
    return Census.of(byId.values(), connections.size(), router, traffic);
  }
}
