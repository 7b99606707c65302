package dev.plantwright.engine.main;

import dev.plantwright.engine.Ports;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What listens where.
 *
 * @param ports by door; a door that is not there is not in it
 * @param credentials file with the logins
 */
public record Ready(Map<String, Integer> ports, String host, Path credentials) {
  /** The JSON of the ready line and of {@code site.json}; doors in the order of the port list. */
  public String json() {
    JsonMapper mapper = new JsonMapper();
    ObjectNode ready = mapper.createObjectNode();
    for (String door : Ports.KNOWN.keySet()) {
      if (ports.containsKey(door)) {
        ready.put(door, ports.get(door));
      }
    }
    if (!host.equals("127.0.0.1")) {
      ready.put("host", host);
    }
    return mapper.writeValueAsString(ready.put("credentials", credentials.toString()));
  }

  @Override
  public String toString() {
    return json();
  }
}
