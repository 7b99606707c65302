package dev.plantwright.sites.deploy;

import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.sites.neuron.GatewayTag;
import dev.plantwright.sites.neuron.NodeKind;
import java.util.Optional;

/** What a thing consists of, on a site or as the plant wants it there. */
sealed interface Content {

  record Node(String plugin, NodeKind kind) implements Content {}

  record Setting(JsonObject params) implements Content {}

  record Group(long interval) implements Content {}

  record Tag(GatewayTag tag) implements Content {}

  record Subscription(Optional<String> topic, JsonObject staticTags) implements Content {}

  /**
   * @param sql empty when the engine does not tell it
   */
  record Stream(Optional<String> sql) implements Content {}

  record Rule(JsonObject body) implements Content {}

  /**
   * How the site's content differs from this one, in words; empty when it does not. Both are of one
   * kind and hold values, no variables.
   */
  default Optional<String> differs(Content site) {
    return switch (this) {
      case Node(String plugin, NodeKind kind) ->
          site instanceof Node there && there.plugin.equals(plugin)
              ? Optional.empty()
              : Optional.of("another plugin, so the node is made anew");
      case Setting(JsonObject params) ->
          site instanceof Setting there ? Differences.members(params, there.params) : other();
      case Group(long interval) ->
          site instanceof Group there
              ? Differences.of("interval", interval + " ms", there.interval + " ms")
              : other();
      case Tag(GatewayTag tag) ->
          site instanceof Tag there ? Differences.tags(tag, there.tag) : other();
      case Subscription(Optional<String> topic, JsonObject tags) ->
          site instanceof Subscription there
              ? Differences.of("topic", topic.orElse(""), there.topic.orElse(""))
                  .or(() -> Differences.members(tags, there.staticTags))
              : other();
      case Stream(Optional<String> sql) ->
          site instanceof Stream there ? Differences.sql(sql, there.sql) : other();
      case Rule(JsonObject body) ->
          site instanceof Rule there
              ? Differences.members(started(body), started(there.body))
              : other();
    };
  }

  private static Optional<String> other() {
    return Optional.of("something else of this name");
  }

  // A rule is started unless it says otherwise; an engine may write that down.
  private static JsonObject started(JsonObject rule) {
    boolean plain =
        rule.get("triggered").orElse(null) instanceof JsonValue.JsonBoolean b && b.value();
    return plain
        ? new JsonObject(
            rule.members().stream().filter(m -> !m.name().equals("triggered")).toList(),
            rule.span())
        : rule;
  }

  /** For people: what is shown beside the other side. */
  default String show() {
    return switch (this) {
      case Node(String plugin, NodeKind kind) -> plugin;
      case Setting(JsonObject params) -> params.pretty();
      case Group(long interval) -> interval + " ms";
      case Tag(GatewayTag tag) -> Differences.text(tag);
      case Subscription(Optional<String> topic, JsonObject tags) ->
          topic.orElse("(the gateway's own topic)")
              + (tags.members().isEmpty() ? "" : " " + tags.compact());
      case Stream(Optional<String> sql) -> sql.orElse("(the engine does not tell)");
      case Rule(JsonObject body) -> body.pretty();
    };
  }
}
