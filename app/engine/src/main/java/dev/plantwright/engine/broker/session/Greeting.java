package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.Properties;
import dev.plantwright.engine.broker.codec.PropertyKind;
import dev.plantwright.engine.broker.codec.ReasonCode;
import dev.plantwright.engine.broker.message.Topics;
import java.util.Optional;

/** Judges a CONNECT and says what the client may expect. */
final class Greeting {
  private final Sessions sessions;
  private final Packet.Connect connect;
  private Access.Client client;

  Greeting(Sessions sessions, Packet.Connect connect) {
    this.sessions = sessions;
    this.connect = connect;
  }

  /** {@link ReasonCode#SUCCESS}: {@link #client} is let in. */
  ReasonCode judge() {
    if (connect.properties().text(PropertyKind.AUTHENTICATION_METHOD).isPresent()) {
      return ReasonCode.BAD_AUTHENTICATION_METHOD;
    }
    if (!validId()) {
      return ReasonCode.CLIENT_IDENTIFIER_NOT_VALID;
    }
    Optional<String> user = sessions.access().login(connect.user(), connect.password());
    if (user.isEmpty()) {
      return connect.user().isEmpty() && connect.password().isEmpty()
          ? ReasonCode.NOT_AUTHORIZED
          : ReasonCode.BAD_USER_NAME_OR_PASSWORD;
    }
    String id = connect.clientId().isEmpty() ? sessions.freeClientId() : connect.clientId();
    client = new Access.Client(id, user.get());
    return connect.will().map(this::judgeWill).orElse(ReasonCode.SUCCESS);
  }

  private boolean validId() {
    if (sessions.reserved(connect.clientId())) {
      return false;
    }
    if (!connect.clientId().isEmpty()) {
      return true;
    }
    return connect.version() == Packet.MQTT_5
        || connect.version() == Packet.MQTT_3_1_1 && connect.cleanStart();
  }

  private ReasonCode judgeWill(Packet.Will will) {
    if (!Topics.validName(will.topic())
        || Topics.levels(will.topic()) > sessions.limits().topicLevels()) {
      return ReasonCode.TOPIC_NAME_INVALID;
    }
    return sessions.access().mayPublish(client, will.topic())
        ? ReasonCode.SUCCESS
        : ReasonCode.NOT_AUTHORIZED;
  }

  Access.Client client() {
    return client;
  }

  /** The properties of the CONNACK. */
  Properties answer() {
    Limits limits = sessions.limits();
    Properties.Builder answer =
        Properties.builder()
            .whole(PropertyKind.RECEIVE_MAXIMUM, limits.receiveMaximum())
            .whole(PropertyKind.MAXIMUM_PACKET_SIZE, limits.packetBytes())
            .whole(PropertyKind.TOPIC_ALIAS_MAXIMUM, limits.topicAliases())
            .whole(PropertyKind.SHARED_SUBSCRIPTION_AVAILABLE, 0);
    if (connect.clientId().isEmpty()) {
      answer.text(PropertyKind.ASSIGNED_CLIENT_IDENTIFIER, client.clientId());
    }
    return answer.build();
  }
}
