package dev.plantwright.engine.rules.door;

import dev.plantwright.engine.rules.book.RuleBook;
import dev.plantwright.engine.rules.book.RuleEntry;
import dev.plantwright.engine.rules.definition.GoJsonReader;
import dev.plantwright.engine.rules.definition.GoProblem;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tags of rules, and starting and stopping by tag. */
final class RuleTagPages {
  private final RuleBook book;
  private final JsonMapper json = new JsonMapper();

  RuleTagPages(RuleBook book) {
    this.book = book;
  }

  void register(EkuiperDoor.Routes routes, Router router) {
    String tags = "/rules/:name/tags";
    routes.route(router, HttpMethod.GET, "/rules/tags/match", this::match);
    routes.route(router, HttpMethod.PUT, tags, this::replace);
    routes.route(router, HttpMethod.PATCH, tags, this::add);
    routes.route(router, HttpMethod.DELETE, tags, this::remove);
    routes.route(router, HttpMethod.POST, "/rules/bulkstart", r -> bulk(r, "start", book::start));
    routes.route(router, HttpMethod.POST, "/rules/bulkstop", r -> bulk(r, "stop", book::stop));
  }

  private static List<String> tags(Request request) {
    String prefix = "decode body error: ";
    JsonNode node =
        switch (GoJsonReader.read(request.body(), "EOF")) {
          case GoJsonReader.Read.Tree(JsonNode tree) -> tree;
          case GoJsonReader.Read.Broken(String complaint) ->
              throw GoProblem.general(prefix + complaint);
        };
    if (!node.isObject()) {
      throw GoProblem.general(
          prefix + GoJsonReader.mismatch(node, "value of type server.RuleTagRequest"));
    }
    JsonNode tags = GoJsonReader.members(node).get("tags");
    if (tags == null) {
      return List.of();
    }
    return GoJsonReader.strings(tags)
        .orElseThrow(
            () ->
                GoProblem.general(
                    prefix
                        + GoJsonReader.mismatch(
                            tags, "struct field RuleTagRequest.tags of type []string")));
  }

  private RuleEntry existing(Request request) {
    return book.find(request.name())
        .orElseThrow(
            () -> GoProblem.notFound("Get rule error: Rule " + request.name() + " is not found."));
  }

  private Reply replace(Request request) {
    List<String> tags = tags(request);
    book.tag(existing(request), tags);
    return Reply.empty(200);
  }

  private Reply add(Request request) {
    List<String> given = tags(request);
    RuleEntry rule = existing(request);
    List<String> tags = new ArrayList<>(rule.definition().tags().orElse(List.of()));
    List<String> before = List.copyOf(tags);
    given.stream().filter(tag -> !before.contains(tag)).forEach(tags::add);
    book.tag(rule, tags);
    return Reply.empty(200);
  }

  private Reply remove(Request request) {
    List<String> given = tags(request);
    RuleEntry rule = existing(request);
    List<String> tags = new ArrayList<>(rule.definition().tags().orElse(List.of()));
    tags.removeAll(given);
    book.tag(rule, tags);
    return Reply.empty(200);
  }

  private List<RuleEntry> matching(List<String> tags) {
    return book.rules().stream()
        .filter(rule -> rule.definition().tags().orElse(List.of()).containsAll(tags))
        .toList();
  }

  private Reply match(Request request) {
    List<String> ids =
        matching(tags(request)).stream().map(rule -> rule.definition().id()).toList();
    return Reply.json(json.writeValueAsString(ids.isEmpty() ? Map.of() : Map.of("rules", ids)));
  }

  private Reply bulk(Request request, String verb, Consumer<RuleEntry> work) {
    List<RuleEntry> rules = matching(tags(request));
    if (rules.isEmpty()) {
      throw GoProblem.general("bulk " + verb + " failed: no matching rules");
    }
    List<Map<String, Object>> results = new ArrayList<>();
    for (RuleEntry rule : rules) {
      Optional<String> error = attempt(rule, work);
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("ruleId", rule.definition().id());
      result.put("success", error.isEmpty());
      error.ifPresent(text -> result.put("error", text));
      results.add(result);
    }
    return Reply.json(json.writeValueAsString(results));
  }

  private static Optional<String> attempt(RuleEntry rule, Consumer<RuleEntry> work) {
    try {
      work.accept(rule);
      return Optional.empty();
    } catch (GoProblem e) {
      return Optional.of(e.getMessage());
    }
  }
}
