package dev.plantwright.engine.broker.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The properties of one packet in the order they came; empty below MQTT 5. */
public record Properties(List<Property> list) {
  public static final Properties NONE = new Properties(List.of());

  public Properties {
    list = List.copyOf(list);
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** The first whole number of that kind. */
  public OptionalLong whole(PropertyKind kind) {
    for (Property property : list) {
      if (property instanceof Property.Whole(PropertyKind k, long value) && k == kind) {
        return OptionalLong.of(value);
      }
    }
    return OptionalLong.empty();
  }

  /** The first text of that kind. */
  public Optional<String> text(PropertyKind kind) {
    for (Property property : list) {
      if (property instanceof Property.Text(PropertyKind k, String value) && k == kind) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Those of the given kinds, order kept. */
  public Properties only(Set<PropertyKind> kinds) {
    if (list.isEmpty()) {
      return NONE;
    }
    List<Property> kept = list.stream().filter(p -> kinds.contains(p.kind())).toList();
    return kept.isEmpty() ? NONE : new Properties(kept);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects properties in order. */
  public static final class Builder {
    private final List<Property> list = new ArrayList<>();

    public Builder whole(PropertyKind kind, long value) {
      list.add(new Property.Whole(kind, value));
      return this;
    }

    public Builder text(PropertyKind kind, String value) {
      list.add(new Property.Text(kind, value));
      return this;
    }

    /** Appends a property as it is. */
    public Builder add(Property property) {
      list.add(property);
      return this;
    }

    public Properties build() {
      return list.isEmpty() ? NONE : new Properties(list);
    }
  }
}
