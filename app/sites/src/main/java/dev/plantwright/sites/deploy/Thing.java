package dev.plantwright.sites.deploy;

import java.util.List;
import java.util.Locale;

/**
 * Something that can be deployed.
 *
 * @param path names from the outside in: node, group, tag
 */
public record Thing(Kind kind, List<String> path) {
  /** Kinds in the order in which they are made; removed in the reverse order. */
  public enum Kind {
    NODE("neuron"),
    GROUP("neuron"),
    TAG("neuron"),
    SETTING("neuron"),
    SUBSCRIPTION("neuron"),
    STREAM("ekuiper"),
    RULE("ekuiper");

    private final String door;

    Kind(String door) {
      this.door = door;
    }

    /** Key of the door it goes through. */
    public String door() {
      return door;
    }

    /** As it is written: {@code node}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Thing {
    path = List.copyOf(path);
  }

  static Thing node(String node) {
    return new Thing(Kind.NODE, List.of(node));
  }

  static Thing setting(String node) {
    return new Thing(Kind.SETTING, List.of(node));
  }

  static Thing group(String driver, String group) {
    return new Thing(Kind.GROUP, List.of(driver, group));
  }

  static Thing tag(String driver, String group, String tag) {
    return new Thing(Kind.TAG, List.of(driver, group, tag));
  }

  static Thing subscription(String app, String driver, String group) {
    return new Thing(Kind.SUBSCRIPTION, List.of(app, driver, group));
  }

  static Thing stream(String name) {
    return new Thing(Kind.STREAM, List.of(name));
  }

  static Thing rule(String id) {
    return new Thing(Kind.RULE, List.of(id));
  }

  /** Its path as text: {@code filler/process/temperature}. */
  public String name() {
    return String.join("/", path);
  }

  /** Key of its door. */
  public String door() {
    return kind.door();
  }

  /**
   * True when it goes when {@code outer} goes: what belongs to a node or a group, and the
   * subscriptions of it.
   */
  boolean isInside(Thing outer) {
    boolean container = outer.kind == Kind.NODE || outer.kind == Kind.GROUP;
    if (!container || equals(outer)) {
      return false;
    }
    return switch (kind) {
      case GROUP, TAG -> startsWith(path, outer.path);
      case SETTING -> outer.kind == Kind.NODE && path.equals(outer.path);
      case SUBSCRIPTION ->
          startsWith(path.subList(1, path.size()), outer.path)
              || outer.kind == Kind.NODE && startsWith(path, outer.path);
      case NODE, STREAM, RULE -> false;
    };
  }

  private static boolean startsWith(List<String> path, List<String> head) {
    return path.size() >= head.size() && path.subList(0, head.size()).equals(head);
  }

  /** {@code tag:filler/process/temperature}. */
  @Override
  public String toString() {
    return kind.word() + ":" + name();
  }
}
