package dev.plantwright.sql.plan;

import dev.plantwright.sql.value.GoJson;
import java.util.List;

/**
 * A node of a plan as the product explains it.
 *
 * @param operator such as {@code FilterPlan}
 */
record PlanNode(String operator, String info) {
  /** From the result to the source; each line is set in further than the one before. */
  static String explain(List<PlanNode> nodes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < nodes.size(); i++) {
      PlanNode node = nodes.get(i);
      text.append(i == 0 ? "" : "\n").append("\t".repeat(i == 0 ? 0 : 2 * i - 1));
      text.append("{\"op\":");
      GoJson.writeString(text, node.operator() + "_" + i);
      text.append(",\"info\":");
      text.append('"').append(escaped(node.info())).append("\"}");
    }
    return text.toString();
  }

  private static String escaped(String info) {
    return info.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
