package dev.plantwright.sites.deploy;

import dev.plantwright.sites.FakeDoor;
import dev.plantwright.sites.FakeDoor.Reply;
import dev.plantwright.sites.FakeDoor.Request;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.Login;
import dev.plantwright.sites.Site;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A gateway and a rule engine that keep what they are given, as far as deployments use them. The
 * rule engine tells no statements, as eKuiper's descriptions do not.
 */
final class FakeSite implements AutoCloseable {
  final ObjectNode nodes = Json.object();
  final Map<String, String> streams = new LinkedHashMap<>();
  final Map<String, String> rules = new LinkedHashMap<>();
  final FakeDoor gateway = new FakeDoor(this::gateway);
  final FakeDoor engine = new FakeDoor(this::engine);

  /** A request that starts so is refused with error 1001. */
  volatile String broken = "nothing";

  Site site() {
    return new Site(
        "test",
        Site.Kind.REMOTE,
        Optional.of(
            new Site.Broker("broker.example", 11883, Optional.of(new Login("u", "geheim")))),
        Optional.of(new Site.Neuron(gateway.url(), new Login("admin", "0000"))),
        Optional.of(engine.url()),
        Optional.empty(),
        Optional.empty());
  }

  private synchronized Reply gateway(Request request) {
    String path = request.path().replace("/api/v2", "").replaceFirst("\\?.*", "");
    if ((request.method() + " " + path).startsWith(broken)) {
      return new Reply(500, "{\"error\": 1001}");
    }
    JsonNode body = request.body().isEmpty() ? Json.object() : Json.read(request.body());
    return Reply.ok(
        switch (request.method() + " " + path) {
          case "POST /login" -> "{\"token\": \"t\"}";
          case "GET /plugin" -> "{\"plugins\":[{\"name\":\"Modbus TCP\"},{\"name\":\"MQTT\"}]}";
          case "GET /node" -> list(query(request, "type"));
          case "GET /node/setting" -> setting(node(query(request, "node")));
          case "GET /group" -> groups(node(query(request, "node")));
          case "GET /tags" -> tags(node(query(request, "node")), query(request, "group"));
          case "GET /subscribe" ->
              "{\"groups\":%s}".formatted(node(query(request, "app")).get("subscriptions"));
          default -> {
            change(request.method() + " " + path, body);
            yield "{\"error\": 0, \"index\": 0}";
          }
        });
  }

  private static String query(Request request, String name) {
    for (String pair : request.path().replaceFirst("[^?]*\\?", "").split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private ObjectNode node(String name) {
    return (ObjectNode) nodes.get(name);
  }

  private String list(String type) {
    ArrayNode list = Json.array();
    nodes.properties().stream()
        .filter(n -> n.getValue().path("plugin").asString("").equals("MQTT") == type.equals("2"))
        .forEach(
            n ->
                list.addObject()
                    .put("name", n.getKey())
                    .put("plugin", n.getValue().path("plugin").asString("")));
    return Json.write(Json.object().set("nodes", list));
  }

  private static String setting(ObjectNode node) {
    return node.has("params")
        ? "{\"params\":%s}".formatted(node.get("params"))
        : "{\"error\":2005}";
  }

  private static String groups(ObjectNode node) {
    ArrayNode list = Json.array();
    node.path("groups")
        .properties()
        .forEach(
            g ->
                list.addObject()
                    .put("name", g.getKey())
                    .put("interval", g.getValue().path("interval").asLong(0)));
    return "{\"groups\":%s}".formatted(list);
  }

  private static String tags(ObjectNode node, String group) {
    ArrayNode list = Json.array();
    node.path("groups").path(group).path("tags").forEach(list::add);
    return "{\"tags\":%s}".formatted(list);
  }

  private void change(String call, JsonNode body) {
    switch (call) {
      case "POST /node" -> {
        ObjectNode node = nodes.putObject(body.path("name").asString(""));
        node.put("plugin", body.path("plugin").asString(""));
        node.putObject("groups");
        node.putArray("subscriptions");
      }
      case "DELETE /node" -> nodes.remove(body.path("name").asString(""));
      case "POST /node/setting" ->
          node(body.path("node").asString("")).set("params", body.get("params"));
      case "POST /subscribe" -> {
        ObjectNode entry = (ObjectNode) body.deepCopy();
        entry.remove("app");
        ((ArrayNode) node(body.path("app").asString("")).get("subscriptions")).add(entry);
      }
      default -> changeGroup(call, body);
    }
  }

  private void changeGroup(String call, JsonNode body) {
    ObjectNode groups = (ObjectNode) node(body.path("node").asString("")).get("groups");
    String name = body.path("group").asString("");
    switch (call) {
      case "POST /group" -> {
        ObjectNode group = groups.putObject(name);
        group.set("interval", body.get("interval"));
        group.putObject("tags");
      }
      case "PUT /group" -> ((ObjectNode) groups.get(name)).set("interval", body.get("interval"));
      case "DELETE /group" -> groups.remove(name);
      case "POST /tags", "PUT /tags" ->
          body.path("tags").forEach(t -> tagsOf(groups, name).set(t.path("name").asString(""), t));
      case "DELETE /tags" ->
          body.path("tags").forEach(t -> tagsOf(groups, name).remove(t.asString("")));
      default -> throw new AssertionError("unexpected " + call);
    }
  }

  private static ObjectNode tagsOf(ObjectNode groups, String group) {
    return (ObjectNode) groups.path(group).get("tags");
  }

  private synchronized Reply engine(Request request) {
    String[] path = request.path().split("/");
    Map<String, String> things = path[1].equals("streams") ? streams : rules;
    if (request.line().startsWith(broken)) {
      return new Reply(400, "{\"error\":1000,\"message\":\"no room left\"}");
    }
    if (request.path().equals("/data/export")) {
      return new Reply(404, "404 page not found");
    }
    if (path.length == 2) {
      return Reply.ok(list(things, path[1].equals("rules")));
    }
    return switch (request.method()) {
      case "PUT" -> {
        things.put(path[2], request.body());
        yield Reply.ok("done");
      }
      case "DELETE" -> {
        things.remove(path[2]);
        yield Reply.ok("dropped");
      }
      default ->
          !things.containsKey(path[2])
              ? new Reply(404, "{\"error\":1002,\"message\":\"not found\"}")
              : Reply.ok(path[1].equals("rules") ? things.get(path[2]) : "{\"Name\":\"x\"}");
    };
  }

  private static String list(Map<String, String> things, boolean rules) {
    ArrayNode list = Json.array();
    things.keySet().forEach(t -> list.add(rules ? Json.object().put("id", t) : list.stringNode(t)));
    return Json.write(list);
  }

  @Override
  public void close() {
    gateway.close();
    engine.close();
  }
}
