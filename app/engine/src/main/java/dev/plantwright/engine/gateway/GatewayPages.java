package dev.plantwright.engine.gateway;

import dev.plantwright.engine.InspectRoute;
import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.core.Nodes.DriverView;
import dev.plantwright.engine.gateway.core.Nodes.NodeView;
import dev.plantwright.engine.gateway.driver.Cycle;
import dev.plantwright.engine.gateway.driver.FrameLog;
import dev.plantwright.engine.gateway.driver.GroupReading;
import dev.plantwright.engine.gateway.driver.LinkState;
import dev.plantwright.engine.gateway.driver.TagReading;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Tag;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** What no API of Neuron tells: why a link is down, raw bytes, the cost of a cycle, frames. */
final class GatewayPages {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  /**
   * @param running and link as in Neuron's states
   * @param next_try_ms until it tries again; 0 if it does not wait
   */
  record NodePage(
      String node, String plugin, int running, int link, String cause, long next_try_ms) {}

  /**
   * @param quality {@code good}, {@code bad} or {@code none}
   */
  record TagPage(
      String group, String tag, String raw, String quality, String reason, int code, long ts) {}

  record CyclePage(
      String group,
      long interval_ms,
      double duration_ms,
      long polled,
      long overrun,
      List<RequestPage> requests) {}

  record RequestPage(
      int unit, String area, int start, int count, int used, double ms, String error) {}

  private final GatewayCore core;
  private final InstantSource clock;

  GatewayPages(GatewayCore core, InstantSource clock) {
    this.core = core;
    this.clock = clock;
  }

  List<InspectRoute> routes() {
    return List.of(
        new InspectRoute("/gateway/nodes", _ -> nodes()),
        new InspectRoute("/gateway/nodes/:node/tags", asked -> tags(driver(asked))),
        new InspectRoute("/gateway/nodes/:node/cycles", asked -> cycles(driver(asked))),
        new InspectRoute(
            "/gateway/nodes/:node/frames", asked -> frames(driver(asked), asked.get("after"))));
  }

  private List<NodePage> nodes() {
    try {
      return core.call(all -> all.nodes().all()).stream().map(this::page).toList();
    } catch (Refusal refusal) {
      throw new IllegalStateException(refusal.getMessage(), refusal);
    }
  }

  private NodePage page(NodeView node) {
    LinkState link = node.link();
    long wait = link.nextTryMillis() == 0 ? 0 : link.nextTryMillis() - clock.millis();
    return new NodePage(
        node.name(),
        node.plugin().name(),
        node.state().number(),
        link.connected() ? 1 : 0,
        link.cause(),
        Math.max(0, wait));
  }

  private DriverView driver(Map<String, String> asked) {
    String name = asked.get("node");
    try {
      return core.call(all -> all.nodes().driver(name));
    } catch (Refusal refusal) {
      throw new NoSuchElementException("There is no driver node \"" + name + "\".", refusal);
    }
  }

  private static List<TagPage> tags(DriverView node) {
    List<TagPage> pages = new ArrayList<>();
    for (Group group : node.groups()) {
      Map<String, TagReading> readings = byName(node.newest().get(group.name()));
      for (Tag tag : group.tags()) {
        pages.add(page(group, tag, readings.get(tag.name()), node.running()));
      }
    }
    return pages;
  }

  private static Map<String, TagReading> byName(GroupReading newest) {
    Map<String, TagReading> readings = new HashMap<>();
    if (newest != null) {
      List<Tag> tags = newest.group().tags();
      for (int at = 0; at < tags.size(); at++) {
        readings.put(tags.get(at).name(), newest.readings().get(at));
      }
    }
    return readings;
  }

  private static TagPage page(Group group, Tag tag, TagReading reading, boolean running) {
    int code = reading != null ? reading.code() : running ? Code.NO_VALUE_YET : Code.NOT_RUNNING;
    String quality = code == Code.OK ? "good" : code == Code.NO_VALUE_YET ? "none" : "bad";
    return new TagPage(
        group.name(),
        tag.name(),
        reading == null ? "" : HEX.formatHex(reading.raw()),
        quality,
        Code.words(code),
        code,
        reading == null ? 0 : reading.millis());
  }

  private static List<CyclePage> cycles(DriverView node) {
    return node.groups().stream()
        .map(group -> page(group, node.newest().get(group.name())))
        .toList();
  }

  private static CyclePage page(Group group, GroupReading reading) {
    if (reading == null) {
      return new CyclePage(group.name(), group.interval(), 0, 0, 0, List.of());
    }
    return new CyclePage(
        group.name(),
        group.interval(),
        reading.durationMillis(),
        reading.polled(),
        reading.overrun(),
        reading.requests().stream().map(GatewayPages::page).toList());
  }

  private static RequestPage page(Cycle.Request request) {
    return new RequestPage(
        request.unit(),
        request.area(),
        request.start(),
        request.count(),
        request.used(),
        request.millis(),
        request.error());
  }

  private static List<FrameLog.Frame> frames(DriverView node, String after) {
    try {
      return node.frames().after(after == null ? 0 : Long.parseLong(after));
    } catch (NumberFormatException e) {
      return node.frames().after(0);
    }
  }
}
