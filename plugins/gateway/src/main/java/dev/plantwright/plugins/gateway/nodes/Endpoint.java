package dev.plantwright.plugins.gateway.nodes;

import dev.plantwright.plant.Node;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node talks to, in a few words. */
final class Endpoint {
  private static final Pattern DEVICE = Pattern.compile("\\$\\{device\\.([^.}]+)\\.port}");

  private Endpoint() {}

  static String of(Node node, Map<String, Integer> devicePorts) {
    String kind = node.plugin().replace(" TCP", "").replace("SparkPlugB", "Sparkplug");
    String host = text(node.params(), "host");
    if (host.isEmpty()) {
      return kind;
    }
    if (host.startsWith("${site.")) {
      return kind + " to the site's broker";
    }
    String port = port(text(node.params(), "port"), devicePorts);
    return kind + " " + host + (port.isEmpty() ? "" : ":" + port);
  }

  /** The port of a simulated device once it runs, till then its name. */
  private static String port(String port, Map<String, Integer> devicePorts) {
    Matcher device = DEVICE.matcher(port);
    if (!device.matches()) {
      return port;
    }
    return Optional.ofNullable(devicePorts.get(device.group(1)))
        .map(number -> Integer.toString(number))
        .orElse(device.group(1));
  }

  private static String text(JsonObject params, String name) {
    return params
        .text(name)
        .or(() -> params.number(name).map(java.math.BigDecimal::toPlainString))
        .orElse("");
  }
}
