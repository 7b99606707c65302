package dev.plantwright.engine.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares the write requests that went over the wire with the recorded ones. */
final class WrittenFrames {
  private static final Set<String> WRITES = Set.of("05", "06", "0F", "10");
  private static final int PDU_AT = 7 * 3;

  private final TestGateway gateway;
  private String node = "";
  private long seen;

  WrittenFrames(TestGateway gateway) {
    this.gateway = gateway;
  }

  /** Remembers what was on the wire before a request. */
  void before(JsonNode one) {
    JsonNode request = one.get("request");
    if (request.get("path").asString().contains("/write")) {
      node = request.path("body").path("node").asString("");
      seen = frames(0).stream().mapToLong(frame -> frame.get("seq").asLong()).max().orElse(0);
    }
  }

  private List<JsonNode> frames(long after) {
    try {
      return gateway
          .inspect(
              "/gateway/nodes/:node/frames", Map.of("node", node, "after", Long.toString(after)))
          .valueStream()
          .toList();
    } catch (java.util.NoSuchElementException e) {
      return List.of();
    }
  }

  Optional<String> difference(JsonNode one) {
    List<String> recorded = new ArrayList<>();
    for (JsonNode exchange : one.get("frames")) {
      recorded.add(exchange.get(exchange.size() - 2).asString());
    }
    List<String> sent =
        frames(seen).stream()
            .filter(frame -> frame.get("direction").asString().equals("out"))
            .map(frame -> frame.get("bytes").asString().substring(PDU_AT))
            .filter(pdu -> WRITES.contains(pdu.substring(0, 2)))
            .map(pdu -> pdu.replace(" ", "").toLowerCase(java.util.Locale.ROOT))
            .toList();
    return recorded.equals(sent)
        ? Optional.empty()
        : Optional.of("sent " + sent + ", recorded " + recorded);
  }
}
