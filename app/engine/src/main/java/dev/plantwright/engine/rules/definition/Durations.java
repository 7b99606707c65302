package dev.plantwright.engine.rules.definition;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Durations as the product writes them: {@code 1m30s}, or a number of milliseconds. */
final class Durations {
  private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([^\\d.]*)");
  private static final Map<String, Double> UNITS =
      Map.of("ns", 1e-6, "us", 1e-3, "\u00b5s", 1e-3, "ms", 1.0, "s", 1e3, "m", 6e4, "h", 3.6e6);

  private Durations() {}

  /**
   * Milliseconds.
   *
   * @throws GoProblem with the product's complaint
   */
  static long milliseconds(JsonNode node) {
    return node.isNumber() ? node.longValue() : parse(node.asString(""));
  }

  private static long parse(String text) {
    String quoted = '"' + text + '"';
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return 0;
    }
    Matcher part = PART.matcher(rest);
    double sum = 0;
    int at = 0;
    while (part.find() && part.start() == at) {
      Double unit = UNITS.get(part.group(2));
      if (unit == null) {
        throw GoProblem.general(
            part.group(2).isEmpty()
                ? "time: missing unit in duration " + quoted
                : "time: unknown unit \"" + part.group(2) + "\" in duration " + quoted);
      }
      sum += Double.parseDouble(part.group(1)) * unit;
      at = part.end();
    }
    if (at == 0 || at < rest.length()) {
      throw GoProblem.general("time: invalid duration " + quoted);
    }
    return (long) (negative ? -sum : sum);
  }
}
