package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.core.Nodes.NodeView;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.NodeKind;
import dev.plantwright.engine.gateway.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Nodes: making, naming, setting, starting, listing. */
final class NodeCalls {
  private static final int START = 0;
  private static final int STOP = 1;
  private static final long NO_ROUND_TRIP = 9999;
  private static final String LOG_LEVEL = "notice";

  private final GatewayCore core;

  NodeCalls(GatewayCore core) {
    this.core = core;
  }

  void addTo(Routes routes) {
    routes
        .get("/node", this::list)
        .post("/node", this::add)
        .put("/node", this::rename)
        .delete("/node", this::delete)
        .put("/node/tag", this::labels)
        .get("/node/setting", this::settings)
        .post("/node/setting", this::set)
        .post("/node/ctl", this::control)
        .get("/node/state", this::state);
  }

  private Answer add(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("name");
    String plugin = body.text("plugin");
    String labels = body.optionalText("tags").orElse("");
    Optional<JsonNode> params = body.object("params");
    core.call(
        all -> {
          all.nodes().add(name, plugin, labels, params);
          return null;
        });
    return Answer.done();
  }

  private Answer rename(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("name");
    String newName = body.text("new_name");
    core.call(
        all -> {
          all.nodes().rename(name, newName);
          return null;
        });
    return Answer.done();
  }

  private Answer delete(Request request) throws Refusal {
    String name = request.body().text("name");
    core.call(
        all -> {
          all.nodes().delete(name);
          return null;
        });
    return Answer.done();
  }

  private Answer labels(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("name");
    Optional<String> labels = body.optionalText("tags");
    core.call(
        all -> {
          all.nodes().labels(name, labels);
          return null;
        });
    return Answer.done();
  }

  private Answer settings(Request request) throws Refusal {
    String name = request.required("node");
    JsonNode params = core.call(all -> all.nodes().settings(name));
    ObjectNode answer = Answer.object().put("node", name);
    answer.set("params", params);
    return Answer.ok(answer);
  }

  private Answer set(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("node");
    JsonNode params = body.object("params").orElseThrow(() -> new Refusal(Code.BODY));
    core.call(
        all -> {
          all.nodes().settings(name, params);
          return null;
        });
    return Answer.done();
  }

  /** Other commands than start and stop do nothing and are no error. */
  private Answer control(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("node");
    long command = body.number("cmd");
    core.call(
        all -> {
          if (command == START) {
            all.nodes().start(name);
          } else if (command == STOP) {
            all.nodes().stop(name);
          } else {
            all.nodes().one(name);
          }
          return null;
        });
    return Answer.done();
  }

  private Answer list(Request request) throws Refusal {
    Predicate<NodeView> wanted = kind(request.required("type"));
    wanted =
        wanted
            .and(
                matches(
                    request.parameter("plugin"), (node, text) -> node.plugin().name().equals(text)))
            .and(
                matches(
                    request.parameter("node"),
                    (node, text) -> node.name().contains(text) || node.labels().contains(text)))
            .and(
                matches(
                    request.parameter("state"),
                    (node, text) -> text.equals(Integer.toString(node.state().number()))))
            .and(
                matches(
                    request.parameter("link"),
                    (node, text) -> text.equals(node.link().connected() ? "1" : "0")));
    List<NodeView> nodes = core.call(all -> all.nodes().all());
    ObjectNode answer = Answer.object();
    ArrayNode array = answer.putArray("nodes");
    nodes.stream().filter(wanted).forEach(node -> put(array.addObject(), node));
    return Answer.ok(answer);
  }

  /** Compares a node with the text of a filter. */
  @FunctionalInterface
  private interface Filter {
    boolean test(NodeView node, String text);
  }

  private static Predicate<NodeView> matches(Optional<String> text, Filter filter) {
    return node -> text.isEmpty() || filter.test(node, text.get());
  }

  private static Predicate<NodeView> kind(String type) throws Refusal {
    return switch (type) {
      case "1" -> node -> node.plugin().kind() == NodeKind.DRIVER;
      case "2" -> node -> node.plugin().kind() == NodeKind.APP;
      default -> throw new Refusal(Code.PARAMETER, "The type of nodes is 1 or 2.");
    };
  }

  private static void put(ObjectNode into, NodeView node) {
    into.put("plugin", node.plugin().name())
        .put("name", node.name())
        .put("support_import_tags", false)
        .put("tags", node.labels());
  }

  private Answer state(Request request) throws Refusal {
    Optional<String> name = request.parameter("node");
    ObjectNode answer = Answer.object();
    if (name.isPresent()) {
      NodeView node = core.call(all -> all.nodes().one(name.get()));
      putState(answer, node);
      putCore(answer);
      putSubscriptions(answer, node);
      return Answer.ok(answer);
    }
    ArrayNode states = answer.putArray("states");
    for (NodeView node : core.call(all -> all.nodes().all())) {
      ObjectNode state = states.addObject().put("node", node.name());
      putState(state, node);
      putSubscriptions(state, node);
    }
    putCore(answer);
    return Answer.ok(answer);
  }

  private static void putCore(ObjectNode into) {
    into.put("neuron_core", LOG_LEVEL);
  }

  private static void putSubscriptions(ObjectNode into, NodeView node) {
    if (node.plugin().kind() == NodeKind.APP) {
      into.put("sub_group_count", node.subscriptions());
    }
  }

  private static void putState(ObjectNode into, NodeView node) {
    long roundTrip = node.plugin().kind() == NodeKind.APP ? 0 : NO_ROUND_TRIP;
    into.put("running", node.state().number())
        .put("link", node.link().connected() ? 1 : 0)
        .put("rtt", node.roundTripMillis() >= 0 ? node.roundTripMillis() : roundTrip)
        .put("log_level", LOG_LEVEL);
  }
}
