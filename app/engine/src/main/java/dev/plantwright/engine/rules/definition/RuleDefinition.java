package dev.plantwright.engine.rules.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A rule as it was posted.
 *
 * @param text exactly as posted, or as changed since
 * @param triggered runs by itself
 * @param tags empty optional: none were given
 */
public record RuleDefinition(
    String id,
    String name,
    String version,
    String sql,
    List<Action> actions,
    RuleOptions options,
    boolean triggered,
    boolean temporary,
    Optional<List<String>> tags,
    String text) {
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_\\-]+");

  /** One sink of a rule and its properties. */
  public record Action(String type, JsonNode properties) {}

  /**
   * Reads a rule.
   *
   * @param pathId the id when the text has none
   * @throws GoProblem with what the product says
   */
  public static RuleDefinition parse(String text, Optional<String> pathId) {
    return switch (GoJsonReader.read(text, "unexpected end of JSON input")) {
      case GoJsonReader.Read.Broken(String complaint) -> throw broken(text, complaint);
      case GoJsonReader.Read.Tree(JsonNode node) when node.isObject() ->
          new Reader(text, GoJsonReader.members(node), pathId).read();
      case GoJsonReader.Read.Tree(JsonNode node) when node.isNull() ->
          throw invalid("Missing rule id.");
      case GoJsonReader.Read.Tree(JsonNode node) ->
          throw broken(text, GoJsonReader.mismatch(node, "value of type def.Rule"));
    };
  }

  /** Refuses ids that are no names. */
  public static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw GoProblem.general(
          "id '%s' contains invalid characters: only alphanumeric, hyphens and underscores are allowed"
              .formatted(id));
    }
  }

  private static GoProblem broken(String text, String complaint) {
    return invalid("Parse rule " + text + " error : " + complaint + ".");
  }

  private static GoProblem invalid(String message) {
    return GoProblem.general("invalid rule json: " + message);
  }

  private record Reader(String text, Map<String, JsonNode> members, Optional<String> pathId) {
    RuleDefinition read() {
      String id = string("id");
      String name = string("name");
      String version = string("version");
      String sql = string("sql");
      List<Action> actions = actions();
      String known = id.isEmpty() ? pathId.orElse("") : id;
      RuleOptions options = options(known);
      check(known, sql, actions);
      return new RuleDefinition(
          known,
          name.isEmpty() ? known : name,
          version,
          sql,
          actions,
          options,
          flag("triggered", true),
          flag("temp", false),
          tags(),
          text);
    }

    private void check(String id, String sql, List<Action> actions) {
      if (id.isEmpty()) {
        throw invalid("Missing rule id.");
      }
      try {
        checkId(id);
      } catch (GoProblem e) {
        throw e.in("invalid rule json: ");
      }
      boolean graph = members.containsKey("graph");
      if (sql.isEmpty() && !graph) {
        throw invalid("Rule " + id + " has neither sql nor graph.");
      }
      if (!sql.isEmpty() && graph) {
        throw invalid("Rule " + id + " has both sql and graph.");
      }
      if (graph) {
        throw GoProblem.general("not supported yet: rules made of a graph");
      }
      if (actions.isEmpty()) {
        throw invalid("Missing rule actions.");
      }
    }

    private RuleOptions options(String id) {
      JsonNode node = members.get("options");
      try {
        return RuleOptions.of(
            node == null ? tools.jackson.databind.node.JsonNodeFactory.instance.objectNode() : node,
            id);
      } catch (RuleOptions.InvalidOptions e) {
        throw invalid(e.getMessage());
      } catch (GoProblem e) {
        throw broken(text, e.getMessage());
      }
    }

    private String string(String name) {
      JsonNode node = members.get(name);
      if (node == null) {
        return "";
      }
      if (!node.isString()) {
        throw broken(
            text, GoJsonReader.mismatch(node, "struct field Rule." + name + " of type string"));
      }
      return node.stringValue();
    }

    private boolean flag(String name, boolean otherwise) {
      JsonNode node = members.get(name);
      if (node != null && !node.isBoolean()) {
        throw broken(
            text, GoJsonReader.mismatch(node, "struct field Rule." + name + " of type bool"));
      }
      return node == null ? otherwise : node.booleanValue();
    }

    private Optional<List<String>> tags() {
      JsonNode node = members.get("tags");
      if (node == null) {
        return Optional.empty();
      }
      return Optional.of(
          GoJsonReader.strings(node)
              .orElseThrow(
                  () ->
                      broken(
                          text,
                          GoJsonReader.mismatch(node, "struct field Rule.tags of type []string"))));
    }

    private List<Action> actions() {
      JsonNode node = members.get("actions");
      if (node == null) {
        return List.of();
      }
      if (!node.isArray()) {
        throw broken(
            text,
            GoJsonReader.mismatch(
                node, "struct field Rule.actions of type []map[string]interface {}"));
      }
      List<Action> actions = new ArrayList<>();
      for (JsonNode element : node) {
        if (!element.isObject()) {
          throw broken(
              text,
              GoJsonReader.mismatch(
                  element, "struct field Rule.actions of type map[string]interface {}"));
        }
        element
            .properties()
            .forEach(entry -> actions.add(new Action(entry.getKey(), entry.getValue())));
      }
      return List.copyOf(actions);
    }
  }
}
