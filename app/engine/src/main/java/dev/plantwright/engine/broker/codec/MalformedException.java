package dev.plantwright.engine.broker.codec;

import java.util.OptionalInt;

/** Bytes that break the standard: the connection they came on is answered and closed. */
final class MalformedException extends Exception {
  private final ReasonCode reason;
  private final int version;

  MalformedException(ReasonCode reason, String sentence) {
    this(reason, sentence, 0);
  }

  private MalformedException(ReasonCode reason, String sentence, int version) {
    super(sentence, null, false, false);
    this.reason = reason;
    this.version = version;
  }

  /** A protocol level nobody here speaks is answered in the nearest one. */
  static MalformedException unsupported(int level) {
    return new MalformedException(
        ReasonCode.UNSUPPORTED_PROTOCOL_VERSION,
        "protocol level " + level + " is not spoken",
        level > Packet.MQTT_5 ? Packet.MQTT_5 : Packet.MQTT_3_1_1);
  }

  static MalformedException malformed(String sentence) {
    return new MalformedException(ReasonCode.MALFORMED_PACKET, sentence);
  }

  static MalformedException protocol(String sentence) {
    return new MalformedException(ReasonCode.PROTOCOL_ERROR, sentence);
  }

  /** The version to answer in, where it is not that of the connection. */
  OptionalInt version() {
    return version == 0 ? OptionalInt.empty() : OptionalInt.of(version);
  }

  ReasonCode reason() {
    return reason;
  }
}
