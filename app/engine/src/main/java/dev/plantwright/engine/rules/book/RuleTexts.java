package dev.plantwright.engine.rules.book;

import dev.plantwright.engine.rules.definition.RuleDefinition;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of a rule's text: from then on its members are in the order of their names. */
final class RuleTexts {
  private static final JsonMapper MAPPER = new JsonMapper();

  private RuleTexts() {}

  static RuleDefinition triggered(RuleDefinition rule, boolean triggered) {
    if (rule.triggered() == triggered) {
      return rule;
    }
    return changed(rule, "triggered", MAPPER.getNodeFactory().booleanNode(triggered));
  }

  static RuleDefinition tagged(RuleDefinition rule, List<String> tags) {
    var array = MAPPER.createArrayNode();
    tags.forEach(array::add);
    return changed(rule, "tags", array);
  }

  private static RuleDefinition changed(RuleDefinition rule, String member, JsonNode value) {
    ObjectNode sorted = MAPPER.createObjectNode();
    TreeMap<String, JsonNode> members = new TreeMap<>();
    MAPPER.readTree(rule.text()).properties().forEach(e -> members.put(e.getKey(), e.getValue()));
    members.put(member, value);
    members.forEach(sorted::set);
    return RuleDefinition.parse(MAPPER.writeValueAsString(sorted), Optional.of(rule.id()));
  }
}
