package dev.plantwright.simulator;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What listens where.
 *
 * @param control port of the control door
 * @param devices port of each device, by its name
 */
public record Ready(int control, SequencedMap<String, Integer> devices) {
  /** {@code {"control":18090,"devices":{"filler":1502}}}. */
  public String json() {
    Map<String, Object> ports = new LinkedHashMap<>(devices);
    return new JsonObject().put("control", control).put("devices", new JsonObject(ports)).encode();
  }
}
