package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.Packet.AckKind;
import dev.plantwright.engine.broker.codec.PropertyKind;
import dev.plantwright.engine.broker.codec.ReasonCode;
import dev.plantwright.engine.broker.durability.Durability;
import dev.plantwright.engine.broker.message.Message;
import dev.plantwright.engine.broker.message.Topics;
import dev.plantwright.engine.broker.router.Recipient;
import dev.plantwright.engine.broker.router.Router;
import java.util.OptionalLong;

/** What a connected client and the broker say to each other. Confined to the broker's loop. */
final class Dialogue {
  private final Sessions sessions;
  private final Connection connection;
  private final NetworkSession session;
  private final Access.Client client;
  private final SubscribeRequests subscribing;
  private final AckLine acks;
  private final String[] aliases;
  private int unacknowledged;
  private int waitingFor;
  private boolean left;

  Dialogue(Sessions sessions, Connection connection, NetworkSession session, Access.Client client) {
    this.sessions = sessions;
    this.connection = connection;
    this.session = session;
    this.client = client;
    this.subscribing = new SubscribeRequests(sessions, session, client);
    this.acks = new AckLine(sessions.durability(), this::acknowledge);
    this.aliases = new String[sessions.limits().topicAliases() + 1];
  }

  void handle(Packet packet) {
    switch (packet) {
      case Packet.Publish publish -> publish(publish);
      case Packet.Ack ack -> ack(ack);
      case Packet.Subscribe subscribe -> subscribing.subscribe(subscribe, connection::send);
      case Packet.Unsubscribe unsubscribe -> connection.send(subscribing.unsubscribe(unsubscribe));
      case Packet.Pingreq _ -> connection.send(new Packet.Pingresp());
      case Packet.Disconnect disconnect -> goodbye(disconnect);
      case Packet.Auth _ ->
          connection.disconnect(ReasonCode.PROTOCOL_ERROR, "AUTH was not agreed on");
      case Packet.Connect _,
          Packet.Connack _,
          Packet.Suback _,
          Packet.Unsuback _,
          Packet.Pingresp _,
          Packet.Invalid _ ->
          throw new IllegalStateException("the decoder let pass " + packet);
    }
  }

  private void publish(Packet.Publish publish) {
    if (publish.qos() == 2 && session.received().get(publish.id())) {
      acks.add(new Packet.Ack(AckKind.PUBREC, publish.id(), ReasonCode.SUCCESS), end());
      return;
    }
    if (publish.qos() > 0 && ++unacknowledged > quota()) {
      connection.disconnect(
          ReasonCode.RECEIVE_MAXIMUM_EXCEEDED, "more messages than the receive maximum at a time");
      return;
    }
    String topic = topic(publish);
    if (topic == null) {
      return;
    }
    session.traffic().countReceived();
    if (!sessions.access().mayPublish(client, topic)) {
      answer(publish, refusal(), 0);
      return;
    }
    route(publish, topic);
  }

  /** The topic, from its alias if need be; null: the client was sent away. */
  private String topic(Packet.Publish publish) {
    OptionalLong alias = publish.properties().whole(PropertyKind.TOPIC_ALIAS);
    String topic = publish.topic();
    if (alias.isPresent()) {
      int number = (int) alias.getAsLong();
      if (number == 0 || number >= aliases.length) {
        connection.disconnect(ReasonCode.TOPIC_ALIAS_INVALID, "topic alias " + number);
        return null;
      }
      if (topic.isEmpty()) {
        topic = aliases[number];
      } else {
        aliases[number] = topic;
      }
    }
    if (topic == null || topic.isEmpty() && connection.version() == Packet.MQTT_5) {
      connection.disconnect(ReasonCode.PROTOCOL_ERROR, "neither a topic nor a known alias");
      return null;
    }
    if (!Topics.validName(topic) || Topics.levels(topic) > sessions.limits().topicLevels()) {
      connection.disconnect(ReasonCode.TOPIC_NAME_INVALID, "not a topic to publish to");
      return null;
    }
    return topic;
  }

  private void route(Packet.Publish publish, String topic) {
    Message message =
        Message.of(
            topic,
            publish.payload(),
            publish.qos(),
            publish.retain(),
            client.clientId(),
            publish.properties(),
            sessions.clock().millis());
    Router.Routed routed = sessions.router().route(message);
    boolean unheard = routed.recipients() == 0 && connection.version() == Packet.MQTT_5;
    ReasonCode reason = unheard ? ReasonCode.NO_MATCHING_SUBSCRIBERS : ReasonCode.SUCCESS;
    if (publish.qos() == 2) {
      session.received().set(publish.id());
    }
    answer(publish, reason, routed.position());
    if (sessions.durability().congested()) {
      holdUntilStored();
    }
    routed.crowded().forEach(this::holdFor);
  }

  private void answer(Packet.Publish publish, ReasonCode reason, long position) {
    if (publish.qos() > 0) {
      AckKind kind = publish.qos() == 1 ? AckKind.PUBACK : AckKind.PUBREC;
      acks.add(new Packet.Ack(kind, publish.id(), reason), position);
    }
  }

  /** MQTT 3.1.1 has no way to refuse a message: it is taken and goes nowhere. */
  private ReasonCode refusal() {
    return connection.version() == Packet.MQTT_5 ? ReasonCode.NOT_AUTHORIZED : ReasonCode.SUCCESS;
  }

  private void acknowledge(Packet.Ack ack) {
    boolean failed = ack.reason() >= 0x80;
    if (failed && ack.kind() == AckKind.PUBREC) {
      session.received().clear(ack.id());
    }
    if (left) {
      return;
    }
    if (failed && connection.version() < Packet.MQTT_5) {
      connection.disconnect(ReasonCode.QUOTA_EXCEEDED, "a message could not be stored");
      return;
    }
    if (failed || ack.kind() == AckKind.PUBACK) {
      settled();
    }
    connection.send(ack);
  }

  private void settled() {
    unacknowledged = Math.max(0, unacknowledged - 1);
  }

  private void ack(Packet.Ack ack) {
    switch (ack.kind()) {
      case PUBACK -> session.outbox().acknowledged(ack.id());
      case PUBREC -> session.outbox().received(ack.id(), ack.reason());
      case PUBCOMP -> session.outbox().completed(ack.id());
      case PUBREL -> {
        boolean known = session.received().get(ack.id());
        session.received().clear(ack.id());
        settled();
        boolean unknown = !known && connection.version() == Packet.MQTT_5;
        connection.send(
            new Packet.Ack(
                AckKind.PUBCOMP,
                ack.id(),
                unknown ? ReasonCode.PACKET_IDENTIFIER_NOT_FOUND : ReasonCode.SUCCESS));
      }
    }
  }

  private void goodbye(Packet.Disconnect disconnect) {
    OptionalLong expiry = disconnect.properties().whole(PropertyKind.SESSION_EXPIRY);
    if (expiry.isPresent() && !session.changeExpiry(expiry.getAsLong())) {
      connection.disconnect(
          ReasonCode.PROTOCOL_ERROR, "a session without expiry cannot get one at its end");
      return;
    }
    leave(disconnect.reason() != ReasonCode.SUCCESS.code());
    connection.closeWhenWritten();
  }

  /** The client is gone; does nothing the second time. */
  void leave(boolean publishWill) {
    if (!left) {
      left = true;
      sessions.detach(session, publishWill);
    }
  }

  private void holdUntilStored() {
    connection.pause(Connection.Pause.STORE);
    sessions
        .durability()
        .whenSafe(
            end(),
            new Durability.Outcome() {
              @Override
              public void safe() {
                connection.resume(Connection.Pause.STORE);
              }

              @Override
              public void lost(String sentence) {
                connection.resume(Connection.Pause.STORE);
              }
            });
  }

  /** Never for its own session: what empties that queue comes on the connection that would wait. */
  private void holdFor(Recipient crowded) {
    if (crowded != session) {
      waitingFor++;
      connection.pause(Connection.Pause.SUBSCRIBER);
      crowded.whenRoomy(
          () -> {
            if (--waitingFor == 0) {
              connection.resume(Connection.Pause.SUBSCRIBER);
            }
          });
    }
  }

  private long end() {
    return sessions.durability().end();
  }

  private int quota() {
    return connection.version() == Packet.MQTT_5
        ? sessions.limits().receiveMaximum()
        : Integer.MAX_VALUE;
  }

  void pump() {
    if (!left) {
      session.outbox().pump();
    }
  }

  @Override
  public String toString() {
    return client.clientId();
  }
}
