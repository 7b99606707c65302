package dev.plantwright.engine.broker.codec;

/** Reason codes of MQTT 5.0 (section 2.4) and what MQTT 3.1.1 says instead in a CONNACK. */
public enum ReasonCode {
  SUCCESS(0x00, 0),
  DISCONNECT_WITH_WILL(0x04, 0),
  NO_MATCHING_SUBSCRIBERS(0x10, 0),
  NO_SUBSCRIPTION_EXISTED(0x11, 0),
  UNSPECIFIED_ERROR(0x80, 3),
  MALFORMED_PACKET(0x81, 3),
  PROTOCOL_ERROR(0x82, 3),
  IMPLEMENTATION_ERROR(0x83, 3),
  UNSUPPORTED_PROTOCOL_VERSION(0x84, 1),
  CLIENT_IDENTIFIER_NOT_VALID(0x85, 2),
  BAD_USER_NAME_OR_PASSWORD(0x86, 4),
  NOT_AUTHORIZED(0x87, 5),
  SERVER_UNAVAILABLE(0x88, 3),
  SERVER_BUSY(0x89, 3),
  SERVER_SHUTTING_DOWN(0x8B, 3),
  BAD_AUTHENTICATION_METHOD(0x8C, 5),
  KEEP_ALIVE_TIMEOUT(0x8D, 3),
  SESSION_TAKEN_OVER(0x8E, 3),
  TOPIC_FILTER_INVALID(0x8F, 3),
  TOPIC_NAME_INVALID(0x90, 3),
  PACKET_IDENTIFIER_IN_USE(0x91, 3),
  PACKET_IDENTIFIER_NOT_FOUND(0x92, 3),
  RECEIVE_MAXIMUM_EXCEEDED(0x93, 3),
  TOPIC_ALIAS_INVALID(0x94, 3),
  PACKET_TOO_LARGE(0x95, 3),
  QUOTA_EXCEEDED(0x97, 3),
  ADMINISTRATIVE_ACTION(0x98, 3),
  SHARED_SUBSCRIPTIONS_NOT_SUPPORTED(0x9E, 3);

  private final int code;
  private final int connectReturnCode;

  ReasonCode(int code, int connectReturnCode) {
    this.code = code;
    this.connectReturnCode = connectReturnCode;
  }

  /** The byte on the wire of MQTT 5. */
  public int code() {
    return code;
  }

  /** The nearest return code of an MQTT 3.1.1 CONNACK. */
  public int connectReturnCode() {
    return connectReturnCode;
  }

  /** True for codes that say that something was refused. */
  public boolean failure() {
    return code >= 0x80;
  }
}
