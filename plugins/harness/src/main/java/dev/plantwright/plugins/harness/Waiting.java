package dev.plantwright.plugins.harness;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import tools.jackson.databind.JsonNode;

/** Waits until something on screen is as wanted. Not on the FX thread. */
final class Waiting {
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(40);
  private static final int DEFAULT_MS = 10_000;

  private Waiting() {}

  /**
   * @param wish {@code id} with {@code text} (contained), {@code value} (equal), {@code visible},
   *     {@code enabled} or {@code rows} (at least), and {@code timeout_ms}
   */
  static void until(JsonNode wish) {
    String id = wish.path("id").asString("");
    long limit = TimeUnit.MILLISECONDS.toNanos(wish.path("timeout_ms").asInt(DEFAULT_MS));
    long start = System.nanoTime();
    String now = FxThread.call(() -> missing(id, wish));
    while (!now.isEmpty()) {
      if (System.nanoTime() - start > limit) {
        throw new Refused(408, "waited in vain for %s: %s".formatted(id, now));
      }
      LockSupport.parkNanos(LOOK);
      now = FxThread.call(() -> missing(id, wish));
    }
  }

  /** What is not as wanted yet; empty when all is. */
  private static String missing(String id, JsonNode wish) {
    Node node = Nodes.find(id).orElse(null);
    if (wish.has("visible") && !wish.path("visible").asBoolean(true)) {
      return node == null || !Nodes.isShown(node) ? "" : "it can be seen";
    }
    if (node == null) {
      return "it is not there";
    }
    if (wish.has("visible") && !Nodes.isShown(node)) {
      return "it cannot be seen";
    }
    if (wish.has("enabled") && node.isDisabled() == wish.path("enabled").asBoolean(true)) {
      return node.isDisabled() ? "it is disabled" : "it is enabled";
    }
    if (wish.has("text") && !Texts.text(node).contains(wish.path("text").asString(""))) {
      return "its text is '" + Texts.text(node) + "'";
    }
    if (wish.has("value") && !Texts.value(node).equals(wish.path("value").asString(""))) {
      return "its value is '" + Texts.value(node) + "'";
    }
    int rows = wish.has("rows") ? Rows.of(id).total() : 0;
    return rows < wish.path("rows").asInt(0) ? "it has " + rows + " rows" : "";
  }
}
