package dev.plantwright.sites.neuron;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.Site;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Client of a gateway that speaks Neuron's REST API v2, be it the local engine, Neuron 2.x or
 * NeuronEX. Logs in by itself and again when the token has run out. Every call blocks until there
 * is an answer and throws {@link DoorException} when the gateway refuses or cannot be reached; use
 * it on virtual threads. Safe for several threads.
 */
public final class NeuronClient {
  private static final int NO_SETTINGS = 2005;
  private static final int ALREADY_SUBSCRIBED = 2101;

  private final NeuronSession session;

  public NeuronClient(Site.Neuron door, HttpClient client) {
    this.session =
        new NeuronSession(new HttpDoor("neuron", "Neuron", door.url(), client), door.login());
  }

  /** Version such as {@code 2.15.0}. */
  public String version() {
    return get("/version").path("version").asString("");
  }

  /** Names of the plugins the gateway has; some releases leave out single-instance ones. */
  public List<String> plugins() {
    return Json.items(get("/plugin").path("plugins"))
        .map(p -> p.path("name").asString(""))
        .toList();
  }

  /** The parameter description of a plugin, as the gateway has it. */
  public JsonNode schema(String plugin) {
    return get(Query.of("/schema").with("plugin_name", plugin));
  }

  /** All nodes of a kind, in the gateway's order. */
  public List<GatewayNode> nodes(NodeKind kind) {
    JsonNode answer = get(Query.of("/node").with("type", Integer.toString(kind.number())));
    return Json.items(answer.path("nodes"))
        .map(
            node ->
                new GatewayNode(
                    node.path("name").asString(""),
                    node.path("plugin").asString(""),
                    kind,
                    node.path("tags").asString("")))
        .toList();
  }

  /** Makes a node without settings. */
  public void addNode(String name, String plugin) {
    post("/node", Json.object().put("name", name).put("plugin", plugin));
  }

  /** Removes a node with its groups, tags and subscriptions. */
  public void deleteNode(String name) {
    session.call("DELETE", "/node", Json.object().put("name", name));
  }

  /** The settings of a node; empty when it never got any. */
  public Optional<JsonNode> setting(String node) {
    String path = Query.of("/node/setting").with("node", node).text();
    return Optional.ofNullable(session.get(path, NO_SETTINGS).get("params"));
  }

  /** Gives a node its settings; the first ones start it. */
  public void set(String node, JsonNode params) {
    ObjectNode body = Json.object().put("node", node);
    body.set("params", params);
    post("/node/setting", body);
  }

  /** Starts a stopped node. */
  public void start(String node) {
    post("/node/ctl", Json.object().put("node", node).put("cmd", 0));
  }

  /** Stops a running node; its settings and tags stay. */
  public void stop(String node) {
    post("/node/ctl", Json.object().put("node", node).put("cmd", 1));
  }

  /** The states of all nodes. */
  public List<NodeState> states() {
    return Json.items(get("/node/state").path("states"))
        .map(state -> state(state.path("node").asString(""), state))
        .toList();
  }

  /** The state of one node. */
  public NodeState state(String node) {
    return state(node, get(Query.of("/node/state").with("node", node)));
  }

  private static NodeState state(String node, JsonNode state) {
    return new NodeState(
        node,
        NodeState.Running.of(state.path("running").asInt(0)),
        state.path("link").asInt(0) == 1,
        state.path("rtt").asInt(9999));
  }

  /** The groups of a driver. */
  public List<GatewayGroup> groups(String driver) {
    return Json.items(get(Query.of("/group").with("node", driver)).path("groups"))
        .map(
            group ->
                new GatewayGroup(
                    group.path("name").asString(""),
                    group.path("interval").asLong(0),
                    group.path("tag_count").asInt(0)))
        .toList();
  }

  /** Makes a group. */
  public void addGroup(String driver, String group, long intervalMs) {
    post("/group", group(driver, group).put("interval", intervalMs));
  }

  /** Gives a group another interval. */
  public void changeGroup(String driver, String group, long intervalMs) {
    session.call("PUT", "/group", group(driver, group).put("interval", intervalMs));
  }

  /** Removes a group with its tags; subscriptions of it disappear. */
  public void deleteGroup(String driver, String group) {
    session.call("DELETE", "/group", group(driver, group));
  }

  /** The tags of a group in the gateway's order. */
  public List<GatewayTag> tags(String driver, String group) {
    return Json.items(get(Query.of("/tags").with("node", driver).with("group", group)).path("tags"))
        .map(GatewayTag::of)
        .toList();
  }

  /** Adds tags: all of them, or none and an exception that names the first bad one. */
  public void addTags(String driver, String group, List<GatewayTag> tags) {
    for (List<GatewayTag> part : portions(tags)) {
      tags("POST", driver, group, part);
    }
  }

  /** Replaces tags of the same names; those before a refused one stay changed. */
  public void changeTags(String driver, String group, List<GatewayTag> tags) {
    for (List<GatewayTag> part : portions(tags)) {
      tags("PUT", driver, group, part);
    }
  }

  /** Removes tags; when one of them is missing none is removed. */
  public void deleteTags(String driver, String group, List<String> names) {
    ObjectNode body = group(driver, group);
    ArrayNode array = body.putArray("tags");
    names.forEach(array::add);
    session.call("DELETE", "/tags", body);
  }

  /** What a northbound node takes. */
  public List<Subscription> subscriptions(String app) {
    return Json.items(get(Query.of("/subscribe").with("app", app)).path("groups"))
        .map(
            group ->
                new Subscription(
                    app,
                    group.path("driver").asString(""),
                    group.path("group").asString(""),
                    topic(group.path("params")),
                    Optional.of(group.path("static_tags")).filter(tags -> !tags.isEmpty())))
        .toList();
  }

  // Old releases hand the parameters out as JSON text.
  private static Optional<String> topic(JsonNode params) {
    JsonNode object = params.isString() ? Json.read(params.asString()) : params;
    return Optional.ofNullable(object.path("topic").asString(null));
  }

  /** Subscribes, or changes the subscription when there is one. */
  public void subscribe(Subscription subscription) {
    ObjectNode body = subscriptionBody(subscription);
    JsonNode answer = session.call("POST", "/subscribe", body, ALREADY_SUBSCRIBED);
    if (answer.path("error").asInt(0) == ALREADY_SUBSCRIBED) {
      session.call("PUT", "/subscribe", body);
    }
  }

  /** Ends a subscription. */
  public void unsubscribe(String app, String driver, String group) {
    session.call(
        "DELETE",
        "/subscribe",
        Json.object().put("app", app).put("driver", driver).put("group", group));
  }

  /** What the gateway knows of a group now; {@code sync}: asks the device at once. */
  public List<TagValue> read(String driver, String group, boolean sync) {
    ObjectNode body = group(driver, group);
    if (sync) {
      body.put("sync", true);
    }
    return Json.items(post("/read", body).path("tags")).map(NeuronClient::value).toList();
  }

  /** Writes a value to a device. Returns when the gateway says it is done. */
  public void write(String driver, String group, String tag, JsonNode value) {
    ObjectNode body = group(driver, group).put("tag", tag);
    body.set("value", value);
    post("/write", body);
  }

  private static TagValue value(JsonNode tag) {
    return new TagValue(
        tag.path("name").asString(""),
        tag.has("value") ? Optional.of(tag.get("value")) : Optional.empty(),
        tag.has("error") ? OptionalInt.of(tag.get("error").asInt()) : OptionalInt.empty());
  }

  private void tags(String method, String driver, String group, List<GatewayTag> tags) {
    ObjectNode body = group(driver, group);
    ArrayNode array = body.putArray("tags");
    tags.forEach(tag -> array.add(tag.json()));
    JsonNode answer = session.callForTags(method, "/tags", body);
    int error = answer.path("error").asInt(0);
    if (error != 0) {
      int index = firstBad(answer);
      String tag =
          index >= 0 && index < tags.size() ? "tag " + tags.get(index).name() : "a tag of " + group;
      throw session.refused(400, error, "Writing " + tag + " of " + driver + "/" + group);
    }
  }

  private static int firstBad(JsonNode answer) {
    JsonNode results = answer.path("results");
    return results.isEmpty()
        ? answer.path("index").asInt(-1)
        : results.get(0).path("index").asInt(-1);
  }

  // The gateway takes bodies up to 1 MiB; 500 tags with the longest texts stay below.
  private static List<List<GatewayTag>> portions(List<GatewayTag> tags) {
    List<List<GatewayTag>> portions = new ArrayList<>();
    for (int from = 0; from < tags.size(); from += 500) {
      portions.add(tags.subList(from, Math.min(tags.size(), from + 500)));
    }
    return portions;
  }

  private static ObjectNode subscriptionBody(Subscription subscription) {
    ObjectNode body =
        Json.object()
            .put("app", subscription.app())
            .put("driver", subscription.driver())
            .put("group", subscription.group());
    subscription.topic().ifPresent(topic -> body.putObject("params").put("topic", topic));
    subscription.staticTags().ifPresent(tags -> body.set("static_tags", tags));
    return body;
  }

  private static ObjectNode group(String driver, String group) {
    return Json.object().put("node", driver).put("group", group);
  }

  private JsonNode get(String path) {
    return session.get(path);
  }

  private JsonNode get(Query query) {
    return get(query.text());
  }

  private JsonNode post(String path, ObjectNode body) {
    return session.call("POST", path, body);
  }
}
