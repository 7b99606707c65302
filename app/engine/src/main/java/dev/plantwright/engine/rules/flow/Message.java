package dev.plantwright.engine.rules.flow;

import java.util.Map;

/** What a source hands to a rule; immutable. */
public sealed interface Message {
  /** Milliseconds since 1970 at which it arrived. */
  long time();

  /** What is known of it besides its content, such as {@code topic} and {@code qos}. */
  Map<String, Object> metadata();

  /** As it came from a wire. */
  record Bytes(byte[] payload, long time, Map<String, Object> metadata) implements Message {}

  /** A row of another rule. */
  record Members(Map<String, Object> members, long time, Map<String, Object> metadata)
      implements Message {}
}
