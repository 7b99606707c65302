package dev.plantwright.engine.rules.door;

import dev.plantwright.engine.rules.definition.GoProblem;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;

/** Pages that the product has and this door does not have yet: they say so. */
final class MissingPages {
  private static final List<String> PAGES =
      List.of(
          "POST /ruletest",
          "POST /ruleset/export",
          "POST /ruleset/import",
          "GET,POST /data/export",
          "POST /data/import",
          "GET /v2/data/export",
          "POST /v2/data/import",
          "POST /async/data/import",
          "PATCH /configs",
          "GET,POST /config/uploads",
          "GET,POST /connections",
          "GET,PUT,DELETE /connections/:name",
          "GET /metadata/functions",
          "GET /metadata/sources",
          "GET /metadata/sinks",
          "PUT,DELETE /metadata/sources/:type/confKeys/:name",
          "PUT,DELETE /metadata/sinks/:type/confKeys/:name",
          "GET,POST /schemas/:type",
          "GET,PUT,DELETE /schemas/:type/:name",
          "GET,POST /services",
          "GET,POST /plugins/sources",
          "GET,POST /plugins/sinks",
          "GET,POST /udf/javascript",
          "POST /batch/req",
          "POST /tracer");

  private MissingPages() {}

  static void register(EkuiperDoor.Routes routes, Router router) {
    for (String page : PAGES) {
      String[] parts = page.split(" ");
      for (String method : parts[0].split(",")) {
        routes.route(router, HttpMethod.valueOf(method), parts[1], request -> refuse(parts[1]));
      }
    }
  }

  private static Reply refuse(String path) {
    throw GoProblem.general("not supported yet: " + path);
  }
}
