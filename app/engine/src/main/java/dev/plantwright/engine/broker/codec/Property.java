package dev.plantwright.engine.broker.codec;

/** One property of an MQTT 5 packet. */
public sealed interface Property {
  PropertyKind kind();

  record Whole(PropertyKind kind, long value) implements Property {}

  record Text(PropertyKind kind, String value) implements Property {}

  /** The array is never changed. */
  record Binary(PropertyKind kind, byte[] value) implements Property {}

  record User(String name, String value) implements Property {
    @Override
    public PropertyKind kind() {
      return PropertyKind.USER_PROPERTY;
    }
  }
}
