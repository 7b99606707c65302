package dev.plantwright.engine.inspect;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * Answer of {@code GET /plantwright/v1/health}.
 *
 * @param uptimeMs since the process began
 */
public record EngineHealth(
    String state,
    String version,
    @JsonProperty("uptime_ms") long uptimeMs,
    long pid,
    Map<String, OpenDoor> doors) {
  /** Where a door listens. */
  public record OpenDoor(int port, String state) {}
}
