package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.core.Node.KeptGroup;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be done with groups; only on the gateway's thread. */
public final class Groups {
  public record GroupView(String driver, String name, long interval, int tags) {}

  private final Registry registry;

  Groups(Registry registry) {
    this.registry = registry;
  }

  public void add(String nodeName, String name, long interval) throws Refusal {
    long held = Limits.interval(interval);
    if (Limits.tooLong(name)) {
      throw new Refusal(Code.GROUP_NAME_LONG);
    }
    Node node = registry.driver(nodeName);
    if (node.groups.containsKey(name)) {
      throw new Refusal(Code.GROUP_EXISTS);
    }
    long id = registry.store.addGroup(node.id, name, held);
    node.groups.put(name, new KeptGroup(id, name, held));
    registry.groupsChanged(node);
  }

  /** A new name moves the group to the end of the list. */
  public void update(String nodeName, String name, Optional<String> newName, OptionalLong interval)
      throws Refusal {
    long held = interval.isPresent() ? Limits.interval(interval.getAsLong()) : -1;
    if (newName.filter(Limits::tooLong).isPresent()) {
      throw new Refusal(Code.GROUP_NAME_LONG);
    }
    Node node = registry.driver(nodeName);
    KeptGroup group = registry.group(node, name);
    boolean renamed = newName.isPresent() && !newName.get().equals(name);
    if (renamed && node.groups.containsKey(newName.get())) {
      throw new Refusal(Code.GROUP_EXISTS);
    }
    String wanted = newName.orElse(name);
    long every = held >= 0 ? held : group.interval;
    registry.store.updateGroup(group.id, wanted, every, renamed);
    group.interval = every;
    if (renamed) {
      node.groups.remove(name);
      group.name = wanted;
      node.groups.put(wanted, group);
    }
    group.changed();
    registry.groupsChanged(node);
    if (renamed) {
      registry.allSubscriptionsChanged();
    }
  }

  public void delete(String nodeName, String name) throws Refusal {
    Node node = registry.driver(nodeName);
    KeptGroup group = registry.group(node, name);
    registry.store.deleteGroup(group.id);
    node.groups.remove(name);
    registry.groupsChanged(node);
    for (Node other : registry.nodes.values()) {
      if (other.subscriptions.removeIf(one -> one.group == group)) {
        registry.subscriptionsChanged(other);
      }
    }
  }

  public List<GroupView> of(String nodeName) throws Refusal {
    return views(registry.driver(nodeName));
  }

  public List<GroupView> all() {
    List<GroupView> all = new ArrayList<>();
    registry.nodes.values().forEach(node -> all.addAll(views(node)));
    return all;
  }

  private static List<GroupView> views(Node node) {
    return node.groups.values().stream()
        .map(group -> new GroupView(node.name, group.name, group.interval, group.tags.size()))
        .toList();
  }
}
