package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.core.Groups.GroupView;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Groups of driver nodes. */
final class GroupCalls {
  private final GatewayCore core;

  GroupCalls(GatewayCore core) {
    this.core = core;
  }

  void addTo(Routes routes) {
    routes
        .get("/group", this::list)
        .post("/group", this::add)
        .put("/group", this::update)
        .delete("/group", this::delete);
  }

  private Answer add(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String group = body.text("group");
    long interval = body.laxNumber("interval");
    core.call(
        all -> {
          all.groups().add(node, group, interval);
          return null;
        });
    return Answer.done();
  }

  private Answer update(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String group = body.text("group");
    Optional<String> newName = body.optionalText("new_name");
    OptionalLong interval =
        body.node().has("interval")
            ? OptionalLong.of(body.laxNumber("interval"))
            : OptionalLong.empty();
    boolean nothing = newName.isEmpty() && interval.isEmpty();
    if (nothing || newName.filter(String::isEmpty).isPresent()) {
      throw new Refusal(Code.BODY);
    }
    core.call(
        all -> {
          all.groups().update(node, group, newName, interval);
          return null;
        });
    return Answer.done();
  }

  private Answer delete(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String group = body.text("group");
    core.call(
        all -> {
          all.groups().delete(node, group);
          return null;
        });
    return Answer.done();
  }

  private Answer list(Request request) throws Refusal {
    Optional<String> node = request.parameter("node");
    String part = request.parameter("group").orElse("");
    List<GroupView> groups =
        node.isPresent()
            ? core.call(all -> all.groups().of(node.get()))
            : core.call(all -> all.groups().all());
    ObjectNode answer = Answer.object();
    ArrayNode array = answer.putArray("groups");
    for (GroupView group : groups) {
      if (group.name().contains(part)) {
        ObjectNode into = array.addObject();
        if (node.isEmpty()) {
          into.put("driver", group.driver()).put("group", group.name());
        } else {
          into.put("name", group.name());
        }
        into.put("tag_count", group.tags()).put("interval", group.interval());
      }
    }
    return Answer.ok(answer);
  }
}
