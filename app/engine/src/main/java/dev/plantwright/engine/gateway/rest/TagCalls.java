package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.core.TagDraft;
import dev.plantwright.engine.gateway.core.Tags.GroupDraft;
import dev.plantwright.engine.gateway.core.Tags.Outcome;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Tag;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tags of groups. */
final class TagCalls {
  private final GatewayCore core;

  TagCalls(GatewayCore core) {
    this.core = core;
  }

  void addTo(Routes routes) {
    routes
        .get("/tags", this::list)
        .post("/tags", this::add)
        .put("/tags", this::update)
        .delete("/tags", this::delete)
        .post("/gtags", this::addGroups)
        .put("/tag/rename", this::rename)
        .post("/tags/import", request -> notHere(request, Code.IMPORT_NOT_SUPPORTED))
        .post("/scan/tags", request -> notHere(request, Code.SCAN_NOT_SUPPORTED));
  }

  private Answer add(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String group = body.text("group");
    List<TagDraft> drafts = TagJson.drafts(body.list("tags"));
    Outcome outcome = core.call(all -> all.tags().add(node, group, drafts));
    return outcome.code() == Code.GROUP_NAME_LONG
        ? Answer.error(outcome.code())
        : answer(outcome, true);
  }

  private static Answer answer(Outcome outcome, boolean withResults) {
    ObjectNode answer = Answer.object().put("index", outcome.index()).put("error", outcome.code());
    if (withResults && !outcome.bad().isEmpty()) {
      ArrayNode results = answer.putArray("results");
      outcome
          .bad()
          .forEach(bad -> results.addObject().put("index", bad.index()).put("error", bad.code()));
    }
    return new Answer(Code.httpStatus(outcome.code()), answer);
  }

  private Answer update(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String group = body.text("group");
    List<TagDraft> drafts = TagJson.drafts(body.list("tags"));
    return answer(core.call(all -> all.tags().update(node, group, drafts)), true);
  }

  private Answer addGroups(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    List<GroupDraft> drafts = new ArrayList<>();
    for (JsonNode group : body.list("groups")) {
      Request.Body one = new Request.Body(group);
      drafts.add(
          new GroupDraft(
              one.text("group"), one.laxNumber("interval"), TagJson.drafts(one.list("tags"))));
    }
    return answer(core.call(all -> all.tags().addGroups(node, drafts)), false);
  }

  private Answer rename(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String group = body.text("group");
    String oldName = body.text("old_name");
    String newName = body.text("new_name");
    if (newName.isEmpty()) {
      throw new Refusal(Code.PARAMETER);
    }
    core.call(
        all -> {
          all.tags().rename(node, group, oldName, newName);
          return null;
        });
    return Answer.done();
  }

  private Answer delete(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String group = body.text("group");
    List<String> names = new ArrayList<>();
    body.list("tags").forEach(name -> names.add(name.asString("")));
    core.call(
        all -> {
          all.tags().delete(node, group, names);
          return null;
        });
    return Answer.done();
  }

  private Answer list(Request request) throws Refusal {
    String node = request.required("node");
    String name = request.required("group");
    String part = request.parameter("name").orElse("");
    Group group = core.call(all -> all.tags().group(node, name));
    ObjectNode answer = Answer.object();
    ArrayNode tags = answer.putArray("tags");
    for (Tag tag : group.tags()) {
      if (tag.name().contains(part) || tag.description().contains(part)) {
        TagJson.put(tags.addObject(), tag);
      }
    }
    return Answer.ok(answer);
  }

  /** What no driver here can do: the node must be there all the same. */
  private Answer notHere(Request request, int code) throws Refusal {
    String node = request.body().text("node");
    core.call(all -> all.nodes().one(node));
    ObjectNode answer = Answer.object().put("error", code);
    if (code == Code.IMPORT_NOT_SUPPORTED) {
      answer.put("index", 0);
    }
    return new Answer(Code.httpStatus(code), answer);
  }
}
