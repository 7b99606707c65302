package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.driver.DeviceWorker;
import dev.plantwright.engine.gateway.driver.FrameLog;
import dev.plantwright.engine.gateway.driver.LinkState;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.NodeKind;
import dev.plantwright.engine.gateway.model.Plugin;
import dev.plantwright.engine.gateway.model.RunState;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.engine.gateway.north.NorthApp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One node with everything in it; belongs to the gateway's thread. */
final class Node {
  /** A tag under the number it has in the store. */
  record KeptTag(long id, Tag tag) {}

  /** A group of a driver node. */
  static final class KeptGroup {
    final long id;
    final Map<String, KeptTag> tags = new LinkedHashMap<>();
    String name;
    long interval;
    private Group snapshot;

    KeptGroup(long id, String name, long interval) {
      this.id = id;
      this.name = name;
      this.interval = interval;
    }

    void changed() {
      snapshot = null;
    }

    Group snapshot() {
      if (snapshot == null) {
        snapshot = new Group(name, interval, tags.values().stream().map(KeptTag::tag).toList());
      }
      return snapshot;
    }
  }

  /** A subscription of an application. */
  static final class KeptSubscription {
    final long id;
    final Node driver;
    final KeptGroup group;
    Optional<JsonNode> params;
    Optional<JsonNode> staticTags;

    KeptSubscription(
        long id,
        Node driver,
        KeptGroup group,
        Optional<JsonNode> params,
        Optional<JsonNode> staticTags) {
      this.id = id;
      this.driver = driver;
      this.group = group;
      this.params = params;
      this.staticTags = staticTags;
    }
  }

  final long id;
  final Plugin plugin;
  final Map<String, KeptGroup> groups = new LinkedHashMap<>();
  final List<KeptSubscription> subscriptions = new ArrayList<>();
  String name;
  String labels;
  Optional<JsonNode> params;
  RunState state;
  FrameLog frames = new FrameLog();
  Optional<DeviceWorker> worker = Optional.empty();
  Optional<NorthApp> app = Optional.empty();

  Node(
      long id,
      String name,
      Plugin plugin,
      String labels,
      Optional<JsonNode> params,
      RunState state) {
    this.id = id;
    this.name = name;
    this.plugin = plugin;
    this.labels = labels;
    this.params = params;
    this.state = state;
  }

  boolean isDriver() {
    return plugin.kind() == NodeKind.DRIVER;
  }

  LinkState link() {
    return worker.map(DeviceWorker::link).or(() -> app.map(NorthApp::link)).orElse(LinkState.NEW);
  }

  List<Group> snapshot() {
    return groups.values().stream().map(KeptGroup::snapshot).toList();
  }
}
