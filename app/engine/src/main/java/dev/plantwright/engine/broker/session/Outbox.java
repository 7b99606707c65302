package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.ReasonCode;
import dev.plantwright.engine.broker.message.Message;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/**
 * All that one session still has to give to its client: retained messages of a new subscription,
 * messages that wait, and messages that wait for their acknowledgement. Confined to the broker's
 * loop.
 */
final class Outbox {
  private static final int LAST_ID = 65_535;
  private static final int PATIENCE_MILLIS = 1_000;

  private final Limits limits;
  private final Traffic traffic;
  private final InstantSource clock;
  private final WaitingLine line;
  private final Deque<Feed> feeds = new ArrayDeque<>(0);
  private final IntObjectMap<Flight> flights = new IntObjectHashMap<>(4);
  private final Deque<Flight> again = new ArrayDeque<>(0);
  private Outlet outlet;
  private int window;
  private int outstanding;
  private int lastId;
  private long sequence;
  private OptionalLong crowdedSince = OptionalLong.empty();
  private final List<Runnable> waitingPublishers = new ArrayList<>(0);

  /** Retained messages of one subscription, read as fast as the client takes them. */
  private record Feed(Iterator<Message> messages, int qos, int[] identifiers) {
    private Delivery next() {
      Message message = messages.next();
      return new Delivery(message, Math.min(qos, message.qos()), true, identifiers);
    }
  }

  /** A message of QoS 1 or 2 whose acknowledgement is not complete. */
  private static final class Flight {
    private final Delivery delivery;
    private final int id;
    private final long sequence;
    private boolean released;
    private boolean counted;

    private Flight(Delivery delivery, int id, long sequence) {
      this.delivery = delivery;
      this.id = id;
      this.sequence = sequence;
    }
  }

  Outbox(Limits limits, Traffic traffic, InstantSource clock) {
    this.limits = limits;
    this.traffic = traffic;
    this.clock = clock;
    this.line = new WaitingLine(limits, traffic);
  }

  /** A client is there again: what it did not acknowledge is sent again, in order. */
  void attach(Outlet to, int receiveMaximum) {
    outlet = to;
    window = Math.min(receiveMaximum, limits.inflight());
    outstanding = 0;
    again.clear();
    flights.values().stream()
        .sorted(Comparator.comparingLong(flight -> flight.sequence))
        .forEach(
            flight -> {
              flight.counted = false;
              again.add(flight);
            });
    pump();
  }

  void detach() {
    outlet = null;
    feeds.clear();
    line.removeUnacknowledged();
    crowdedSince = OptionalLong.empty();
    releasePublishers();
  }

  void offer(Message message, int qos, boolean retain, int[] identifiers) {
    if (outlet == null && qos == 0) {
      return;
    }
    Delivery delivery = new Delivery(message, qos, retain, identifiers);
    boolean first = line.isEmpty() && feeds.isEmpty() && again.isEmpty();
    if (first && outlet != null && outlet.ready() && room(qos)) {
      transmit(delivery);
    } else {
      line.add(delivery);
    }
  }

  /** Begins to send the retained messages of a subscription. */
  void feed(List<Message> messages, int qos, int[] identifiers) {
    if (!messages.isEmpty()) {
      feeds.add(new Feed(messages.iterator(), qos, identifiers));
      pump();
    }
  }

  /**
   * True while publishers are to wait for this client: it has half a queue to take, and has had it
   * for less than the patience of a publisher. One that used up the patience is waited for again
   * when it has caught up.
   */
  boolean crowded() {
    if (outlet == null || !line.halfFull()) {
      return false;
    }
    if (crowdedSince.isEmpty()) {
      crowdedSince = OptionalLong.of(clock.millis());
    }
    return waitedFor(clock.millis());
  }

  private boolean waitedFor(long now) {
    return now - crowdedSince.getAsLong() < PATIENCE_MILLIS;
  }

  void whenRoomy(Runnable then) {
    waitingPublishers.add(then);
  }

  /** Lets publishers go on that have waited long enough. */
  void tick(long now) {
    if (crowdedSince.isPresent() && !waitedFor(now)) {
      releasePublishers();
    }
  }

  private void releasePublishers() {
    if (!waitingPublishers.isEmpty()) {
      List<Runnable> released = List.copyOf(waitingPublishers);
      waitingPublishers.clear();
      released.forEach(Runnable::run);
    }
  }

  /** Sends what can be sent. */
  void pump() {
    sendAll();
    if (crowdedSince.isPresent() && !line.quarterFull()) {
      crowdedSince = OptionalLong.empty();
      releasePublishers();
    }
  }

  private void sendAll() {
    while (outlet != null && outlet.ready()) {
      boolean sent =
          !again.isEmpty()
              ? sendAgain()
              : !feeds.isEmpty() && !line.halfFull() ? sendFed() : sendWaiting();
      if (!sent) {
        return;
      }
    }
  }

  private boolean sendAgain() {
    Flight flight = again.getFirst();
    if (flight.released) {
      outlet.send(new Packet.Ack(Packet.AckKind.PUBREL, flight.id, ReasonCode.SUCCESS));
    } else if (outstanding >= window) {
      return false;
    } else if (outlet.publish(flight.delivery, true, flight.id)) {
      flight.counted = true;
      outstanding++;
    } else {
      traffic.countDropped();
      flights.remove(flight.id);
    }
    again.removeFirst();
    return true;
  }

  private boolean sendFed() {
    Feed feed = feeds.getFirst();
    if (!feed.messages.hasNext()) {
      feeds.removeFirst();
      return true;
    }
    if (!room(feed.qos)) {
      return false;
    }
    transmit(feed.next());
    return true;
  }

  private boolean sendWaiting() {
    Delivery next = line.peek();
    if (next == null || !room(next.qos())) {
      return false;
    }
    transmit(line.take());
    return true;
  }

  private boolean room(int qos) {
    return qos == 0 || outstanding < window && flights.size() < LAST_ID;
  }

  private void transmit(Delivery delivery) {
    if (delivery.message().expiresAt() != Message.NEVER
        && delivery.message().expired(clock.millis())) {
      traffic.countDropped();
      return;
    }
    int id = delivery.qos() == 0 ? 0 : freeId();
    if (!outlet.publish(delivery, false, id)) {
      traffic.countDropped();
      return;
    }
    traffic.countSent();
    if (id != 0) {
      Flight flight = new Flight(delivery, id, sequence++);
      flight.counted = true;
      flights.put(id, flight);
      outstanding++;
      lastId = id;
    }
  }

  private int freeId() {
    int id = lastId;
    do {
      id = id == LAST_ID ? 1 : id + 1;
    } while (flights.containsKey(id));
    return id;
  }

  /** PUBACK. */
  void acknowledged(int id) {
    Flight flight = flights.get(id);
    if (flight != null && flight.delivery.qos() == 1) {
      land(flight);
    }
  }

  /** PUBREC: answered by PUBREL, or the end of it if the client refused. */
  void received(int id, int reason) {
    Flight flight = flights.get(id);
    boolean known = flight != null && flight.delivery.qos() == 2;
    if (reason >= 0x80) {
      if (known && !flight.released) {
        land(flight);
      }
      return;
    }
    if (known) {
      flight.released = true;
    }
    ReasonCode answer = known ? ReasonCode.SUCCESS : ReasonCode.PACKET_IDENTIFIER_NOT_FOUND;
    outlet.send(new Packet.Ack(Packet.AckKind.PUBREL, id, answer));
  }

  /** PUBCOMP. */
  void completed(int id) {
    Flight flight = flights.get(id);
    if (flight != null && flight.released) {
      land(flight);
    }
  }

  private void land(Flight flight) {
    flights.remove(flight.id);
    again.remove(flight);
    outstanding -= flight.counted ? 1 : 0;
    pump();
  }

  int waiting() {
    return line.size();
  }

  int inflight() {
    return flights.size();
  }
}
