package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.driver.FrameLog;
import dev.plantwright.engine.gateway.driver.GroupReading;
import dev.plantwright.engine.gateway.driver.LinkState;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.NodeKind;
import dev.plantwright.engine.gateway.model.Plugin;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What can be done with nodes; only on the gateway's thread. */
public final class Nodes {
  /**
   * A node as it is now.
   *
   * @param roundTripMillis -1 before the first answer
   * @param subscriptions how many an application has
   */
  public record NodeView(
      String name,
      Plugin plugin,
      String labels,
      RunState state,
      LinkState link,
      long roundTripMillis,
      int subscriptions) {}

  /** A driver node with its groups and what they last read, for the inspect door. */
  public record DriverView(
      List<Group> groups, boolean running, Map<String, GroupReading> newest, FrameLog frames) {}

  private final Registry registry;

  Nodes(Registry registry) {
    this.registry = registry;
  }

  public List<Plugin> plugins() {
    return registry.plugins();
  }

  /** With parameters the node starts at once; if they are refused it is not kept. */
  public void add(String name, String plugin, String labels, Optional<JsonNode> params)
      throws Refusal {
    Limits.nodeName(name);
    Limits.labels(labels);
    Plugin kind = registry.plugin(plugin).orElseThrow(() -> new Refusal(Code.PLUGIN_UNKNOWN));
    if (registry.nodes.containsKey(name)) {
      throw new Refusal(Code.NODE_EXISTS);
    }
    RunState state = params.isPresent() ? RunState.RUNNING : RunState.INIT;
    Node probe = new Node(-1, name, kind, labels, params, state);
    if (params.isPresent()) {
      registry.check(probe, params.get());
    }
    long id = registry.store.addNode(name, plugin, labels, params.map(registry::text), state);
    Node node = new Node(id, name, kind, labels, params, state);
    registry.nodes.put(name, node);
    registry.apply(node);
  }

  public void rename(String name, String newName) throws Refusal {
    if (newName.isEmpty()) {
      throw new Refusal(Code.NODE_NAME_EMPTY);
    }
    Limits.nodeName(newName);
    Node node = registry.node(name);
    if (registry.nodes.containsKey(newName)) {
      throw new Refusal(Code.NODE_EXISTS);
    }
    registry.store.renameNode(node.id, newName);
    List<Node> order = new ArrayList<>(registry.nodes.values());
    node.name = newName;
    registry.nodes.clear();
    order.forEach(one -> registry.nodes.put(one.name, one));
    registry.apply(node);
    registry.allSubscriptionsChanged();
  }

  public void delete(String name) throws Refusal {
    Node node = registry.node(name);
    registry.store.deleteNode(node.id);
    registry.nodes.remove(name);
    for (Node other : registry.nodes.values()) {
      if (other.subscriptions.removeIf(one -> one.driver == node)) {
        registry.subscriptionsChanged(other);
      }
    }
    registry.end(node);
    node.state = RunState.STOPPED;
    registry.apply(node);
  }

  /** Without labels the node keeps what it has. */
  public void labels(String name, Optional<String> labels) throws Refusal {
    Limits.labels(labels.orElse(""));
    Node node = registry.node(name);
    if (labels.isPresent()) {
      registry.store.labels(node.id, labels.get());
      node.labels = labels.get();
    }
  }

  /** The first settings start a node; later ones leave it running or stopped. */
  public void settings(String name, JsonNode params) throws Refusal {
    Node node = registry.node(name);
    registry.check(node, params);
    RunState state = node.state == RunState.STOPPED ? RunState.STOPPED : RunState.RUNNING;
    registry.store.settings(node.id, registry.text(params), state);
    node.params = Optional.of(params);
    node.state = state;
    registry.apply(node);
  }

  public JsonNode settings(String name) throws Refusal {
    return registry.node(name).params.orElseThrow(() -> new Refusal(Code.NO_SETTINGS));
  }

  public void start(String name) throws Refusal {
    Node node = registry.node(name);
    switch (node.state) {
      case INIT -> throw new Refusal(Code.NODE_NOT_READY);
      case RUNNING -> throw new Refusal(Code.NODE_RUNNING);
      case READY, STOPPED -> change(node, RunState.RUNNING);
    }
  }

  public void stop(String name) throws Refusal {
    Node node = registry.node(name);
    switch (node.state) {
      case INIT, READY -> throw new Refusal(Code.NODE_NOT_RUNNING);
      case STOPPED -> throw new Refusal(Code.NODE_STOPPED);
      case RUNNING -> change(node, RunState.STOPPED);
    }
  }

  private void change(Node node, RunState state) {
    registry.store.state(node.id, state);
    node.state = state;
    registry.apply(node);
  }

  /** In the order they were made. */
  public List<NodeView> all() {
    return registry.nodes.values().stream().map(Nodes::view).toList();
  }

  public NodeView one(String name) throws Refusal {
    return view(registry.node(name));
  }

  public List<NodeView> drivers() {
    return all().stream().filter(node -> node.plugin().kind() == NodeKind.DRIVER).toList();
  }

  private static NodeView view(Node node) {
    long roundTrip = node.worker.map(worker -> worker.roundTripMillis()).orElse(-1L);
    return new NodeView(
        node.name,
        node.plugin,
        node.labels,
        node.state,
        node.link(),
        roundTrip,
        node.subscriptions.size());
  }

  public DriverView driver(String name) throws Refusal {
    Node node = registry.driver(name);
    Map<String, GroupReading> newest =
        node.worker
            .<Map<String, GroupReading>>map(worker -> new LinkedHashMap<>(worker.newest()))
            .orElse(Map.of());
    return new DriverView(node.snapshot(), node.state == RunState.RUNNING, newest, node.frames);
  }
}
