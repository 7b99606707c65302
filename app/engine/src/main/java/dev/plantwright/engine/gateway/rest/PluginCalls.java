package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Plugin;
import dev.plantwright.engine.gateway.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which plugins there are and what parameters they take; C libraries cannot be added. */
final class PluginCalls {
  private static final int SYSTEM = 1;

  private final GatewayCore core;
  private final JsonMapper json;

  PluginCalls(GatewayCore core, JsonMapper json) {
    this.core = core;
    this.json = json;
  }

  void addTo(Routes routes) {
    routes
        .get("/plugin", _ -> list())
        .post("/plugin", request -> library(request, Code.LIBRARY_NO_PLUGIN))
        .put("/plugin", request -> library(request, Code.PLUGIN_UNKNOWN))
        .delete("/plugin", this::delete)
        .get("/schema", this::schema);
  }

  private Answer list() throws Refusal {
    ObjectNode answer = Answer.object();
    ArrayNode plugins = answer.putArray("plugins");
    for (Plugin plugin : core.call(all -> all.nodes().plugins())) {
      plugins
          .addObject()
          .put("node_type", plugin.kind().number())
          .put("name", plugin.name())
          .put("schema", plugin.schema())
          .put("library", plugin.library())
          .put("description", plugin.description())
          .put("description_zh", plugin.description())
          .put("kind", SYSTEM)
          .put("version", "2.15.0");
    }
    return Answer.ok(answer);
  }

  private static Answer library(Request request, int code) throws Refusal {
    Request.Body body = request.body();
    String library = body.text("library");
    body.text("so_file");
    body.text("schema_file");
    boolean named = library.startsWith("libplugin-") && library.endsWith(".so");
    throw new Refusal(named ? code : Code.LIBRARY_NAME);
  }

  private Answer delete(Request request) throws Refusal {
    request.body().text("plugin");
    throw new Refusal(Code.PLUGIN_PROTECTED);
  }

  private Answer schema(Request request) throws Refusal {
    Optional<String> schema = request.parameter("schema_name");
    Optional<String> name = request.parameter("plugin_name");
    if (schema.isEmpty() && name.isEmpty()) {
      throw new Refusal(Code.BODY);
    }
    for (Plugin plugin : core.call(all -> all.nodes().plugins())) {
      boolean asked =
          schema.map(plugin.schema()::equals).orElseGet(() -> plugin.name().equals(name.get()));
      if (asked) {
        return Answer.ok(read(plugin.schema()));
      }
    }
    throw new Refusal(Code.SCHEMA_UNKNOWN);
  }

  private JsonNode read(String schema) {
    try (InputStream file =
        PluginCalls.class.getResourceAsStream("/plantwright/schema/" + schema + ".json")) {
      return json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
