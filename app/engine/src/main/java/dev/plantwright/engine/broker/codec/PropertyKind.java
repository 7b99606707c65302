package dev.plantwright.engine.broker.codec;

import static dev.plantwright.engine.broker.codec.PropertyKind.Place.*;

import java.util.EnumSet;
import java.util.Set;

/** Properties of MQTT 5.0 (table 2-4): identifier, form, and where each may stand. */
public enum PropertyKind {
  PAYLOAD_FORMAT(0x01, Form.BYTE, PUBLISH, WILL),
  MESSAGE_EXPIRY(0x02, Form.FOUR_BYTES, PUBLISH, WILL),
  CONTENT_TYPE(0x03, Form.TEXT, PUBLISH, WILL),
  RESPONSE_TOPIC(0x08, Form.TEXT, PUBLISH, WILL),
  CORRELATION_DATA(0x09, Form.BINARY, PUBLISH, WILL),
  SUBSCRIPTION_IDENTIFIER(0x0B, Form.VARIABLE, PUBLISH, SUBSCRIBE),
  SESSION_EXPIRY(0x11, Form.FOUR_BYTES, CONNECT, CONNACK, DISCONNECT),
  ASSIGNED_CLIENT_IDENTIFIER(0x12, Form.TEXT, CONNACK),
  SERVER_KEEP_ALIVE(0x13, Form.TWO_BYTES, CONNACK),
  AUTHENTICATION_METHOD(0x15, Form.TEXT, CONNECT, CONNACK, AUTH),
  AUTHENTICATION_DATA(0x16, Form.BINARY, CONNECT, CONNACK, AUTH),
  REQUEST_PROBLEM_INFORMATION(0x17, Form.BYTE, CONNECT),
  WILL_DELAY(0x18, Form.FOUR_BYTES, WILL),
  REQUEST_RESPONSE_INFORMATION(0x19, Form.BYTE, CONNECT),
  RESPONSE_INFORMATION(0x1A, Form.TEXT, CONNACK),
  SERVER_REFERENCE(0x1C, Form.TEXT, CONNACK, DISCONNECT),
  REASON_STRING(0x1F, Form.TEXT, CONNACK, ACK, DISCONNECT, AUTH),
  RECEIVE_MAXIMUM(0x21, Form.TWO_BYTES, CONNECT, CONNACK),
  TOPIC_ALIAS_MAXIMUM(0x22, Form.TWO_BYTES, CONNECT, CONNACK),
  TOPIC_ALIAS(0x23, Form.TWO_BYTES, PUBLISH),
  MAXIMUM_QOS(0x24, Form.BYTE, CONNACK),
  RETAIN_AVAILABLE(0x25, Form.BYTE, CONNACK),
  USER_PROPERTY(0x26, Form.PAIR, Place.values()),
  MAXIMUM_PACKET_SIZE(0x27, Form.FOUR_BYTES, CONNECT, CONNACK),
  WILDCARD_SUBSCRIPTION_AVAILABLE(0x28, Form.BYTE, CONNACK),
  SUBSCRIPTION_IDENTIFIER_AVAILABLE(0x29, Form.BYTE, CONNACK),
  SHARED_SUBSCRIPTION_AVAILABLE(0x2A, Form.BYTE, CONNACK);

  enum Form {
    BYTE,
    TWO_BYTES,
    FOUR_BYTES,
    VARIABLE,
    TEXT,
    BINARY,
    PAIR
  }

  /** The packets that carry properties; ACK stands for all acknowledgements. */
  enum Place {
    CONNECT,
    WILL,
    CONNACK,
    PUBLISH,
    ACK,
    SUBSCRIBE,
    UNSUBSCRIBE,
    DISCONNECT,
    AUTH
  }

  private static final PropertyKind[] BY_CODE = new PropertyKind[0x2B];

  static {
    for (PropertyKind kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  final int code;
  final Form form;
  private final Set<Place> places;

  PropertyKind(int code, Form form, Place... places) {
    this.code = code;
    this.form = form;
    this.places = EnumSet.copyOf(java.util.List.of(places));
  }

  static PropertyKind of(int code, Place place) throws MalformedException {
    PropertyKind kind = code < BY_CODE.length ? BY_CODE[code] : null;
    if (kind == null) {
      throw MalformedException.malformed("property 0x%02x is not known".formatted(code));
    }
    if (!kind.places.contains(place)) {
      throw MalformedException.protocol("property " + kind + " may not stand in " + place);
    }
    return kind;
  }

  /** More than one of it may stand in one packet. */
  boolean repeatable(Place place) {
    return this == USER_PROPERTY || this == SUBSCRIPTION_IDENTIFIER && place == Place.PUBLISH;
  }
}
