package dev.plantwright.sql.vectors;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Recorded values as ours. */
final class Values {
  private Values() {}

  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.stringValue();
      case NUMBER -> {
        if (node.isIntegralNumber()) {
          yield node.longValue();
        }
        yield node.doubleValue();
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        node.forEach(element -> list.add(of(element)));
        yield list;
      }
      default -> object(node);
    };
  }

  private static Object object(JsonNode node) {
    if (node.has("$bytes")) {
      return Base64.getDecoder().decode(node.get("$bytes").stringValue());
    }
    return map(node);
  }

  static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), of(entry.getValue())));
    return map;
  }

  /** Does it need a kind of value that no JSON value is? */
  static boolean isSpecial(JsonNode node) {
    if (node.isObject()
        && node.properties().stream()
            .anyMatch(e -> e.getKey().startsWith("$") && !e.getKey().equals("$error"))) {
      return true;
    }
    for (JsonNode child : node) {
      if (isSpecial(child)) {
        return true;
      }
    }
    return false;
  }

  /** Floats that differ in their last digits are the same. */
  static boolean near(Object a, Object b) {
    if (a instanceof Double x && b instanceof Double y) {
      return x.equals(y) || Math.abs(x - y) <= 1e-12 * Math.max(Math.abs(x), Math.abs(y));
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      return x.size() == y.size()
          && java.util.stream.IntStream.range(0, x.size()).allMatch(i -> near(x.get(i), y.get(i)));
    }
    return java.util.Objects.equals(a, b);
  }
}
