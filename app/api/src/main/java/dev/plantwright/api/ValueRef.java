package dev.plantwright.api;

import java.util.Optional;

/**
 * A value row of the namespace.
 *
 * @param topic that carries it
 * @param member dotted path inside the payload, empty for the payload itself
 */
public record ValueRef(String topic, Optional<String> member) {
  public static ValueRef parse(String text) {
    int hash = text.indexOf('#');
    return hash < 0
        ? new ValueRef(text, Optional.empty())
        : new ValueRef(text.substring(0, hash), Optional.of(text.substring(hash + 1)));
  }

  /** Topic, or topic and member divided by {@code #}. */
  @Override
  public String toString() {
    return member.map(m -> topic + "#" + m).orElse(topic);
  }

  /** The last word of it: the member's name, else the topic's last level. */
  public String name() {
    String path = member.orElse(topic);
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('.')) + 1);
  }
}
