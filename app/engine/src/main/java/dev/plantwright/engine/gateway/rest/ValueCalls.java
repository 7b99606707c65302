package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.core.TagDraft;
import dev.plantwright.engine.gateway.driver.TagReading;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.JsonValues;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.engine.gateway.north.GatewayAccess.NamedValue;
import dev.plantwright.engine.gateway.north.GatewayAccess.ReadTag;
import dev.plantwright.field.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing values. */
final class ValueCalls {
  private final GatewayCore core;

  ValueCalls(GatewayCore core) {
    this.core = core;
  }

  void addTo(Routes routes) {
    routes
        .post("/read", this::read)
        .post("/read/paginate", this::paginate)
        .post("/read/test", this::test)
        .post("/write", this::write)
        .post("/write/tags", this::writeTags)
        .post("/write/gtags", this::writeGroups);
  }

  private List<ReadTag> readings(Request.Body body) throws Refusal {
    String node = body.text("node");
    String group = body.text("group");
    return core.read(
        node,
        group,
        body.node().path("sync").isBoolean() && body.node().path("sync").booleanValue());
  }

  private static boolean matches(Tag tag, JsonNode query) {
    return tag.name().contains(query.path("name").asString(""))
        && tag.description().contains(query.path("description").asString(""));
  }

  private Answer read(Request request) throws Refusal {
    Request.Body body = request.body();
    JsonNode query = body.node().path("query");
    ObjectNode answer = Answer.object();
    ArrayNode tags = answer.putArray("tags");
    for (ReadTag one : readings(body)) {
      if (matches(one.tag(), query)) {
        putReading(tags.addObject().put("name", one.tag().name()), one);
      }
    }
    return Answer.ok(answer);
  }

  private static void putReading(ObjectNode into, ReadTag one) {
    if (one.reading().value().isPresent()) {
      JsonValues.putValue(into, one.tag(), one.reading().value().get());
    } else {
      into.put("error", one.reading().code());
    }
  }

  private Answer paginate(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String groupName = body.text("group");
    JsonNode query = body.node().path("query");
    Group group = core.call(all -> all.tags().group(node, groupName));
    Map<String, ReadTag> readings = new HashMap<>();
    readings(body).forEach(one -> readings.put(one.tag().name(), one));
    int page = query.path("currentPage").asInt(0);
    int size = query.path("pageSize").asInt(0);
    boolean paged = page > 0 && size > 0;
    List<Tag> chosen = new ArrayList<>();
    for (Tag tag : group.tags()) {
      boolean wanted = paged || readings.containsKey(tag.name());
      if (wanted && matches(tag, query) && wanted(readings.get(tag.name()), query)) {
        chosen.add(tag);
      }
    }
    return Answer.ok(page(chosen, readings, page, size, paged));
  }

  private static boolean wanted(ReadTag reading, JsonNode query) {
    boolean errorsOnly = query.path("isError").asBoolean(false);
    return !errorsOnly || reading != null && refused(reading.reading().code());
  }

  /** A value that JSON has no text for was read all the same. */
  private static boolean refused(int code) {
    return code != Code.OK && code != Code.VALUE_UNUSABLE;
  }

  private static ObjectNode page(
      List<Tag> tags, Map<String, ReadTag> readings, int page, int size, boolean paged) {
    ObjectNode answer = Answer.object();
    answer
        .putObject("meta")
        .put("currentPage", page)
        .put("pageSize", size)
        .put("total", tags.size());
    ArrayNode items = answer.putArray("items");
    long skip = paged ? (page - 1L) * size : 0;
    tags.stream()
        .skip(skip)
        .limit(paged ? size : tags.size())
        .forEach(tag -> putItem(items.addObject(), tag, readings.get(tag.name())));
    return answer;
  }

  private static void putItem(ObjectNode into, Tag tag, ReadTag reading) {
    into.put("name", tag.name())
        .put("type", tag.type().number())
        .put("address", tag.address())
        .put("attribute", tag.attribute())
        .put("description", tag.description())
        .put("precision", tag.precision())
        .put("decimal", tag.decimal())
        .put("bias", tag.bias())
        .put("unit", tag.unit());
    if (reading == null) {
      into.put("value", "");
    } else {
      putReading(into, reading);
    }
    into.putObject("attributes");
  }

  private Answer test(Request request) throws Refusal {
    Request.Body body = request.body();
    String driver = body.text("driver");
    body.text("group");
    for (String name : List.of("attribute", "type", "precision", "decimal", "bias")) {
      body.laxNumber(name);
    }
    TagDraft draft = TagJson.draft(body, body.text("tag"));
    core.call(all -> all.nodes().one(driver));
    try {
      TagReading reading = core.readOne(driver, draft);
      return Answer.ok(tested(draft, reading));
    } catch (Refusal refusal) {
      return Answer.ok(Answer.object().put("error", refusal.code()));
    }
  }

  private static ObjectNode tested(TagDraft draft, TagReading reading) {
    ObjectNode answer = Answer.object();
    DataType type = draft.type().orElseThrow();
    if (reading.value().isEmpty()) {
      return answer.put("error", reading.code());
    }
    if (type != DataType.BYTES) {
      answer.set("value", JsonValues.raw(type, reading.value().get()));
    }
    return answer;
  }

  private Answer write(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    String group = body.text("group");
    NamedValue value = TagJson.written(body.node(), false);
    core.write(node, Map.of(group, List.of(value)), false);
    return Answer.done();
  }

  private Answer writeTags(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    core.write(node, Map.of(body.text("group"), values(body)), true);
    return Answer.done();
  }

  private static List<NamedValue> values(Request.Body body) throws Refusal {
    List<NamedValue> values = new ArrayList<>();
    for (JsonNode tag : body.list("tags")) {
      values.add(TagJson.written(tag, true));
    }
    return values;
  }

  private Answer writeGroups(Request request) throws Refusal {
    Request.Body body = request.body();
    String node = body.text("node");
    Map<String, List<NamedValue>> groups = new LinkedHashMap<>();
    for (JsonNode group : body.list("groups")) {
      Request.Body one = new Request.Body(group);
      groups.computeIfAbsent(one.text("group"), _ -> new ArrayList<>()).addAll(values(one));
    }
    core.write(node, groups, true);
    return Answer.done();
  }
}
