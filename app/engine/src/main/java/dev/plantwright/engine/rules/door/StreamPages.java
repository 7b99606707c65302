package dev.plantwright.engine.rules.door;

import dev.plantwright.engine.rules.book.Descriptions;
import dev.plantwright.engine.rules.book.RuleBook;
import dev.plantwright.engine.rules.definition.GoJsonReader;
import dev.plantwright.engine.rules.definition.GoProblem;
import dev.plantwright.engine.rules.definition.RuleDefinition;
import dev.plantwright.sql.ast.Statement;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams and tables. */
final class StreamPages {
  private final RuleBook book;
  private final JsonMapper json = new JsonMapper();

  StreamPages(RuleBook book) {
    this.book = book;
  }

  void register(EkuiperDoor.Routes routes, Router router) {
    for (Statement.Kind kind : Statement.Kind.values()) {
      String word = kind.shown().toLowerCase(Locale.ROOT);
      String all = "/" + word + "s";
      String one = all + "/:name";
      routes.route(router, HttpMethod.GET, all, r -> list(kind, r));
      routes.route(router, HttpMethod.POST, all, r -> create(kind, r));
      routes.route(router, HttpMethod.GET, "/" + word + "details", r -> details(kind));
      routes.route(router, HttpMethod.GET, one, r -> describe(kind, r.name()));
      routes.route(router, HttpMethod.PUT, one, r -> replace(kind, r));
      routes.route(router, HttpMethod.DELETE, one, r -> drop(kind, r));
      routes.route(router, HttpMethod.GET, one + "/schema", r -> schema(kind, r.name()));
    }
  }

  private Reply list(Statement.Kind kind, Request request) {
    String wanted = request.query().getOrDefault("kind", "");
    List<String> names =
        book.streams().all(kind).stream()
            .filter(d -> wanted.isEmpty() || tableKind(d).equals(wanted))
            .map(Statement.Create::name)
            .toList();
    return Reply.json(json.writeValueAsString(names));
  }

  private static String tableKind(Statement.Create table) {
    return table.options().get("KIND").orElse("scan");
  }

  private Reply details(Statement.Kind kind) {
    List<Map<String, Object>> details = new ArrayList<>();
    for (Statement.Create create : book.streams().all(kind)) {
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("name", create.name());
      detail.put("type", create.options().get("TYPE").orElse("mqtt").toLowerCase(Locale.ROOT));
      detail.put("format", create.format().toLowerCase(Locale.ROOT));
      details.add(detail);
    }
    return Reply.json(json.writeValueAsString(details));
  }

  private Reply create(Statement.Kind kind, Request request) {
    String sql = statement(request.body());
    try {
      return Reply.text(201, escaped(book.streams().execute(sql, book::isInUse)));
    } catch (GoProblem e) {
      throw e.in(kind.shown() + " command error: ");
    }
  }

  private Reply replace(Statement.Kind kind, Request request) {
    RuleDefinition.checkId(request.name());
    String sql = statement(request.body());
    try {
      return Reply.text(200, escaped(book.streams().replace(kind, request.name(), sql)));
    } catch (GoProblem e) {
      throw e.in(kind.shown() + " command error: ");
    }
  }

  private Reply describe(Statement.Kind kind, String name) {
    try {
      return Reply.json(
          json.writeValueAsString(Descriptions.json(book.streams().described(kind, name))));
    } catch (GoProblem e) {
      throw prefixed(e, "describe " + word(kind) + " error: ");
    }
  }

  private Reply schema(Statement.Kind kind, String name) {
    try {
      Statement.Create stream = book.streams().described(kind, name);
      return Reply.json(json.writeValueAsString(Descriptions.schema(stream.columns())));
    } catch (GoProblem e) {
      throw prefixed(e, "get schema of " + word(kind) + " error: ");
    }
  }

  private static GoProblem prefixed(GoProblem problem, String prefix) {
    return problem.code() == 3000 ? problem.in(prefix) : problem;
  }

  private Reply drop(Statement.Kind kind, Request request) {
    boolean force = request.isTrue("force");
    String prefix = "delete " + word(kind) + " error: ";
    return Reply.text(
        200,
        escaped(book.streams().drop(kind, request.name(), n -> !force && book.isInUse(n), prefix)));
  }

  private static String word(Statement.Kind kind) {
    return kind.shown().toLowerCase(Locale.ROOT);
  }

  /** The statement in a body. */
  private static String statement(String body) {
    String prefix = "Invalid body: Error decoding the statement descriptor: ";
    JsonNode node =
        switch (GoJsonReader.read(body, "EOF")) {
          case GoJsonReader.Read.Tree(JsonNode tree) -> tree;
          case GoJsonReader.Read.Broken(String complaint) ->
              throw GoProblem.general(prefix + complaint);
        };
    if (node.isNull()) {
      return "";
    }
    if (!node.isObject()) {
      throw GoProblem.general(
          prefix + GoJsonReader.mismatch(node, "value of type server.statementDescriptor"));
    }
    JsonNode sql = GoJsonReader.members(node).get("sql");
    if (sql != null && !sql.isString()) {
      throw GoProblem.general(
          prefix
              + GoJsonReader.mismatch(sql, "struct field statementDescriptor.sql of type string"));
    }
    return sql == null ? "" : sql.stringValue();
  }

  /** Names are shown in an answer that a browser might take for HTML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
