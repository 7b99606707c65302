package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.core.Subscriptions.Choice;
import dev.plantwright.engine.gateway.core.Subscriptions.SubscriptionView;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which application hears of which group. */
final class SubscriptionCalls {
  private final GatewayCore core;

  SubscriptionCalls(GatewayCore core) {
    this.core = core;
  }

  void addTo(Routes routes) {
    routes
        .get("/subscribe", this::list)
        .post("/subscribe", this::add)
        .put("/subscribe", this::update)
        .delete("/subscribe", this::delete)
        .get("/subscribes", this::choices)
        .post("/subscribes", this::addAll);
  }

  private Answer add(Request request) throws Refusal {
    Request.Body body = request.body();
    add(body.text("app"), body);
    return Answer.done();
  }

  private void add(String app, Request.Body body) throws Refusal {
    String driver = body.text("driver");
    String group = body.text("group");
    Optional<JsonNode> params = body.object("params");
    Optional<JsonNode> staticTags = body.object("static_tags");
    core.call(
        all -> {
          all.subscriptions().add(app, driver, group, params, staticTags);
          return null;
        });
  }

  /** One after the other; those before the first refused one stay. */
  private Answer addAll(Request request) throws Refusal {
    Request.Body body = request.body();
    String app = body.text("app");
    JsonNode groups = body.node().path("groups");
    if (!groups.isArray()) {
      throw new Refusal(Code.BODY);
    }
    core.call(all -> all.nodes().one(app));
    for (JsonNode group : groups) {
      add(app, new Request.Body(group));
    }
    return Answer.done();
  }

  private Answer update(Request request) throws Refusal {
    Request.Body body = request.body();
    String app = body.text("app");
    String driver = body.text("driver");
    String group = body.text("group");
    Optional<JsonNode> params = body.object("params");
    Optional<JsonNode> staticTags = body.object("static_tags");
    core.call(
        all -> {
          all.subscriptions().update(app, driver, group, params, staticTags);
          return null;
        });
    return Answer.done();
  }

  private Answer delete(Request request) throws Refusal {
    Request.Body body = request.body();
    String app = body.text("app");
    String driver = body.text("driver");
    String group = body.text("group");
    core.call(
        all -> {
          all.subscriptions().delete(app, driver, group);
          return null;
        });
    return Answer.done();
  }

  private Answer list(Request request) throws Refusal {
    String app = request.required("app");
    String driver = request.parameter("driver").orElse("");
    String group = request.parameter("group").orElse("");
    List<SubscriptionView> subscriptions = core.call(all -> all.subscriptions().of(app));
    ObjectNode answer = Answer.object();
    ArrayNode groups = answer.putArray("groups");
    for (SubscriptionView one : subscriptions) {
      if (one.driver().contains(driver) && one.group().contains(group)) {
        ObjectNode into = groups.addObject().put("driver", one.driver()).put("group", one.group());
        one.params().ifPresent(params -> into.set("params", params));
        one.staticTags().ifPresent(tags -> into.set("static_tags", tags));
      }
    }
    return Answer.ok(answer);
  }

  private Answer choices(Request request) throws Refusal {
    String app = request.required("app");
    String part = request.parameter("name").orElse("");
    List<Choice> choices = core.call(all -> all.subscriptions().choices(app));
    ObjectNode answer = Answer.object();
    ArrayNode drivers = answer.putArray("drivers");
    Map<String, ArrayNode> groups = new LinkedHashMap<>();
    for (Choice choice : choices) {
      if (choice.driver().contains(part)) {
        groups
            .computeIfAbsent(
                choice.driver(), name -> drivers.addObject().put("name", name).putArray("groups"))
            .addObject()
            .put("name", choice.group())
            .put("subscribed", choice.subscribed());
      }
    }
    return Answer.ok(answer);
  }
}
