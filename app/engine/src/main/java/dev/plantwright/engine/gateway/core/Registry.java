package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.core.Node.KeptGroup;
import dev.plantwright.engine.gateway.core.Node.KeptSubscription;
import dev.plantwright.engine.gateway.core.Node.KeptTag;
import dev.plantwright.engine.gateway.driver.DeviceDriver;
import dev.plantwright.engine.gateway.driver.DeviceWorker;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Plugin;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.RunState;
import dev.plantwright.engine.gateway.model.Settings;
import dev.plantwright.engine.gateway.north.GatewayAccess;
import dev.plantwright.engine.gateway.north.NorthApp;
import dev.plantwright.engine.gateway.north.NorthPlugin;
import dev.plantwright.engine.gateway.store.GatewayStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All nodes and what makes them run; belongs to the gateway's thread. */
final class Registry {
  private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

  final GatewayStore store;
  final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, DeviceDriver> drivers = new LinkedHashMap<>();
  private final Map<String, NorthPlugin> apps = new LinkedHashMap<>();
  private final GatewayAccess access;
  private final InstantSource clock;
  private final JsonMapper json = JsonMapper.builder().build();

  /** Read by the threads of devices, which hand their readings to whoever runs. */
  private volatile List<NorthApp> listening = List.of();

  Registry(
      GatewayStore store,
      List<DeviceDriver> drivers,
      List<NorthPlugin> apps,
      GatewayAccess access,
      InstantSource clock) {
    this.store = store;
    this.access = access;
    this.clock = clock;
    drivers.forEach(driver -> this.drivers.put(driver.plugin().name(), driver));
    apps.forEach(app -> this.apps.put(app.plugin().name(), app));
  }

  List<Plugin> plugins() {
    return Stream.concat(
            apps.values().stream().map(NorthPlugin::plugin),
            drivers.values().stream().map(DeviceDriver::plugin))
        .toList();
  }

  Optional<Plugin> plugin(String name) {
    return plugins().stream().filter(plugin -> plugin.name().equals(name)).findFirst();
  }

  DeviceDriver driverOf(Node node) {
    return drivers.get(node.plugin.name());
  }

  NorthPlugin pluginOf(Node node) {
    return apps.get(node.plugin.name());
  }

  Node node(String name) throws Refusal {
    Node node = nodes.get(name);
    if (node == null) {
      throw new Refusal(Code.NODE_UNKNOWN, "There is no node \"" + name + "\".");
    }
    return node;
  }

  Node driver(String name) throws Refusal {
    Node node = node(name);
    if (!node.isDriver()) {
      throw new Refusal(Code.NO_GROUPS_HERE, "Node \"" + name + "\" has no groups.");
    }
    return node;
  }

  KeptGroup group(Node node, String name) throws Refusal {
    KeptGroup group = node.groups.get(name);
    if (group == null) {
      throw new Refusal(Code.GROUP_UNKNOWN, "There is no group \"" + name + "\".");
    }
    return group;
  }

  String text(JsonNode value) {
    return json.writeValueAsString(value);
  }

  /** Judges settings as the plugin of the node would. */
  void check(Node node, JsonNode params) throws Refusal {
    Settings settings = new Settings(params);
    if (node.isDriver()) {
      driverOf(node).device(settings, node.frames).close();
    } else {
      pluginOf(node).check(settings);
    }
  }

  /** Ends what runs for a node and starts it anew if it should run. */
  void apply(Node node) {
    end(node);
    if (node.state == RunState.RUNNING) {
      try {
        begin(node, new Settings(node.params.orElseThrow()));
      } catch (Refusal refusal) {
        LOG.error("Node {} cannot run: {}", node.name, refusal.getMessage());
      }
    }
    listening = nodes.values().stream().flatMap(one -> one.app.stream()).toList();
  }

  private void begin(Node node, Settings settings) throws Refusal {
    if (node.isDriver()) {
      String name = node.name;
      node.worker =
          Optional.of(
              new DeviceWorker(
                  name,
                  driverOf(node).device(settings, node.frames),
                  node.snapshot(),
                  clock,
                  reading -> listening.forEach(app -> app.offer(name, reading))));
    } else {
      node.app = Optional.of(pluginOf(node).start(node.name, settings, access));
      subscriptionsChanged(node);
    }
  }

  void end(Node node) {
    node.worker.ifPresent(DeviceWorker::close);
    node.worker = Optional.empty();
    node.app.ifPresent(NorthApp::close);
    node.app = Optional.empty();
  }

  /** Those that were running, for who wants to wait for them. */
  List<DeviceWorker> endAll() {
    List<DeviceWorker> workers =
        nodes.values().stream().flatMap(node -> node.worker.stream()).toList();
    nodes.values().forEach(this::end);
    return workers;
  }

  void groupsChanged(Node node) {
    node.worker.ifPresent(worker -> worker.groups(node.snapshot()));
  }

  void subscriptionsChanged(Node app) {
    app.app.ifPresent(
        running ->
            running.subscriptions(
                app.subscriptions.stream()
                    .map(
                        one ->
                            new NorthApp.Subscription(
                                one.driver.name, one.group.name, one.params, one.staticTags))
                    .toList()));
  }

  void allSubscriptionsChanged() {
    nodes.values().stream().filter(node -> !node.isDriver()).forEach(this::subscriptionsChanged);
  }

  /** Brings back what the store has and starts what ran. */
  void load() {
    Map<Long, Node> byId = new HashMap<>();
    for (GatewayStore.StoredNode stored : store.nodes()) {
      Optional<Plugin> plugin = plugin(stored.plugin());
      if (plugin.isEmpty()) {
        LOG.error("Node {} is left out: there is no plugin {}", stored.name(), stored.plugin());
        continue;
      }
      Node node =
          new Node(
              stored.id(),
              stored.name(),
              plugin.get(),
              stored.labels(),
              stored.params().map(json::readTree),
              stored.state());
      nodes.put(node.name, node);
      byId.put(node.id, node);
    }
    Map<Long, KeptGroup> groups = loadGroups(byId);
    for (GatewayStore.StoredSubscription stored : store.subscriptions()) {
      Node app = byId.get(stored.app());
      Node driver = byId.get(stored.driver());
      if (app != null && driver != null) {
        app.subscriptions.add(
            new KeptSubscription(
                stored.id(),
                driver,
                groups.get(stored.group()),
                stored.params().map(json::readTree),
                stored.staticTags().map(json::readTree)));
      }
    }
    nodes.values().forEach(this::apply);
  }

  private Map<Long, KeptGroup> loadGroups(Map<Long, Node> nodesById) {
    Map<Long, KeptGroup> groups = new HashMap<>();
    for (GatewayStore.StoredGroup stored : store.groups()) {
      Node node = nodesById.get(stored.node());
      if (node != null) {
        KeptGroup group = new KeptGroup(stored.id(), stored.name(), stored.interval());
        node.groups.put(group.name, group);
        groups.put(group.id, group);
      }
    }
    for (GatewayStore.StoredTag stored : store.tags()) {
      KeptGroup group = groups.get(stored.group());
      if (group != null) {
        group.tags.put(stored.tag().name(), new KeptTag(stored.id(), stored.tag()));
      }
    }
    return groups;
  }
}
