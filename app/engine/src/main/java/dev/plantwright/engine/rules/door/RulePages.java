package dev.plantwright.engine.rules.door;

import dev.plantwright.engine.rules.book.RuleBook;
import dev.plantwright.engine.rules.book.RuleEntry;
import dev.plantwright.engine.rules.definition.GoProblem;
import dev.plantwright.engine.rules.definition.RuleDefinition;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Rules. */
final class RulePages {
  private final RuleBook book;
  private final JsonMapper json = new JsonMapper();

  RulePages(RuleBook book) {
    this.book = book;
  }

  void register(EkuiperDoor.Routes routes, Router router) {
    routes.route(router, HttpMethod.GET, "/rules", r -> list());
    routes.route(router, HttpMethod.POST, "/rules", this::create);
    routes.route(router, HttpMethod.POST, "/rules/validate", this::validate);
    routes.route(router, HttpMethod.GET, "/rules/status/all", r -> summaries());
    routes.route(
        router, HttpMethod.GET, "/rules/usage/cpu", r -> Reply.text(200, "cpu usage not enabled"));
    new RuleTagPages(book).register(routes, router);
    String one = "/rules/:name";
    routes.route(router, HttpMethod.GET, one, this::describe);
    routes.route(router, HttpMethod.PUT, one, this::update);
    routes.route(router, HttpMethod.DELETE, one, this::delete);
    routes.route(router, HttpMethod.POST, one + "/start", this::start);
    routes.route(router, HttpMethod.POST, one + "/stop", this::stop);
    routes.route(router, HttpMethod.POST, one + "/restart", this::restart);
    routes.route(router, HttpMethod.GET, one + "/status", r -> status(r, true));
    routes.route(router, HttpMethod.GET, "/v2/rules/:name/status", r -> status(r, false));
    routes.route(router, HttpMethod.GET, one + "/topo", this::topology);
    routes.route(router, HttpMethod.GET, one + "/explain", this::explain);
    routes.route(router, HttpMethod.GET, one + "/schema", this::schema);
  }

  private Reply list() {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (RuleEntry rule : book.rules()) {
      RuleDefinition definition = rule.definition();
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("id", definition.id());
      item.put("name", definition.name());
      item.put("status", rule.state());
      item.put("tags", definition.tags().orElse(null));
      item.put("trace", false);
      item.put("version", definition.version());
      rules.add(item);
    }
    return Reply.json(json.writeValueAsString(rules));
  }

  private Reply create(Request request) {
    String id = book.create(request.body());
    return Reply.text(201, "Rule " + id + " was created successfully.");
  }

  private Reply update(Request request) {
    RuleDefinition.checkId(request.name());
    book.update(request.name(), request.body());
    return Reply.text(200, "Rule " + request.name() + " was updated successfully.");
  }

  private Reply validate(Request request) {
    try {
      RuleDefinition rule = book.read(request.body(), Optional.empty());
      Map<String, Object> answer = new TreeMap<>();
      answer.put("sources", book.sources(rule));
      answer.put("valid", true);
      return Reply.json(json.writeValueAsString(answer));
    } catch (GoProblem e) {
      return Reply.text(422, e.getMessage());
    }
  }

  private Reply describe(Request request) {
    RuleEntry rule = existing(request, "Describe rule error: Rule %s is not found.");
    return Reply.json(rule.definition().text());
  }

  private RuleEntry existing(Request request, String complaint) {
    RuleDefinition.checkId(request.name());
    return book.find(request.name())
        .orElseThrow(() -> GoProblem.notFound(complaint.formatted(request.name())));
  }

  private Reply delete(Request request) {
    RuleDefinition.checkId(request.name());
    RuleEntry rule =
        book.find(request.name())
            .orElseThrow(
                () ->
                    GoProblem.general("Delete rule error: rule " + request.name() + " not found"));
    book.delete(rule);
    return Reply.text(200, "Rule " + request.name() + " is dropped.");
  }

  private Reply start(Request request) {
    book.start(registered(request, "start"));
    return Reply.text(200, "Rule " + request.name() + " was started");
  }

  private Reply stop(Request request) {
    book.stop(registered(request, "stop"));
    return Reply.text(200, "Rule " + request.name() + " was stopped.");
  }

  private Reply restart(Request request) {
    book.restart(registered(request, "restart"));
    return Reply.text(200, "Rule " + request.name() + " was restarted");
  }

  private RuleEntry registered(Request request, String verb) {
    return existing(
        request,
        verb + " rule error: Rule %s is not found in registry, please check if it is created");
  }

  private Reply status(Request request, boolean indented) {
    RuleEntry rule = existing(request, "get rule status error: Rule %s is not found");
    Map<String, Object> status = rule.status();
    if (!indented) {
      return new Reply(200, Reply.TEXT, json.writeValueAsString(new TreeMap<>(status)));
    }
    var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return Reply.json(json.writer().with(printer).writeValueAsString(status));
  }

  private Reply summaries() {
    Map<String, Object> all = new TreeMap<>();
    book.rules().forEach(rule -> all.put(rule.definition().id(), rule.summary()));
    return Reply.json(json.writeValueAsString(all));
  }

  private Reply topology(Request request) {
    RuleEntry rule = existing(request, "get rule topo error: Rule %s is not found");
    Map<String, Object> topology =
        rule.topology()
            .orElseThrow(
                () ->
                    new GoProblem(
                        1001,
                        "get rule topo error: Fail to get rule %s's topo, make sure the rule has been started before"
                            .formatted(request.name())));
    return Reply.json(json.writeValueAsString(topology));
  }

  private Reply explain(Request request) {
    RuleEntry rule = existing(request, "explain rules error: Rule %s is not found.");
    return Reply.text(200, book.plan(rule.definition()).explain());
  }

  private Reply schema(Request request) {
    RuleEntry rule = existing(request, "get rule schema error: Rule %s is not found");
    Map<String, Object> schema = new LinkedHashMap<>();
    int index = 0;
    for (String name : book.plan(rule.definition()).outputs()) {
      Map<String, Object> member = new LinkedHashMap<>();
      member.put("hasIndex", true);
      member.put("index", index++);
      schema.put(name, member);
    }
    return Reply.json(json.writeValueAsString(schema));
  }
}
