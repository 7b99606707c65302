package dev.plantwright.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which door listens where.
 *
 * @param any doors that are not named take any free port, not the one they are known for
 * @param named port by door, 0 for any free one
 */
public record Ports(boolean any, Map<String, Integer> named) {
  /** The port each door is known for, in the order they are listed. */
  public static final Map<String, Integer> KNOWN = known();

  public static final Ports DEFAULT = new Ports(false, Map.of());
  public static final Ports ANY = new Ports(true, Map.of());

  public Ports {
    named = Map.copyOf(named);
  }

  private static Map<String, Integer> known() {
    Map<String, Integer> known = new LinkedHashMap<>();
    known.put("mqtt", 1883);
    known.put("mqtts", 8883);
    known.put("ws", 8083);
    known.put("wss", 8084);
    known.put("neuron", 7000);
    known.put("ekuiper", 9081);
    known.put("ekuiper-data", 10081);
    known.put("emqx", 18083);
    known.put("hstream", 6570);
    known.put("inspect", 18081);
    return Collections.unmodifiableMap(known);
  }

  /**
   * Reads {@code default}, {@code any}, {@code mqtt=1883,neuron=7000} or {@code any,mqtt=1883}.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static Ports parse(String text) {
    boolean any = false;
    Map<String, Integer> named = new LinkedHashMap<>();
    for (String word : text.split(",", -1)) {
      String item = word.strip();
      if (item.equals("any")) {
        any = true;
      } else if (!item.equals("default")) {
        int equals = item.indexOf('=');
        String key = equals < 0 ? item : item.substring(0, equals).strip();
        if (equals < 0 || !KNOWN.containsKey(key)) {
          throw new IllegalArgumentException(
              "--ports: '%s' is not default, any or DOOR=PORT with a door of %s"
                  .formatted(item, String.join(" ", KNOWN.keySet())));
        }
        if (named.put(key, port(item, item.substring(equals + 1).strip())) != null) {
          throw new IllegalArgumentException("--ports: door " + key + " is named twice");
        }
      }
    }
    return new Ports(any, named);
  }

  private static int port(String item, String digits) {
    if (digits.matches("\\d{1,5}") && Integer.parseInt(digits) <= 65_535) {
      return Integer.parseInt(digits);
    }
    throw new IllegalArgumentException("--ports: '" + item + "' has no port from 0 to 65535");
  }

  /** The port a door is to open, 0 for any free one. */
  public int of(String door) {
    Integer port = named.get(door);
    return port != null ? port : any ? 0 : KNOWN.get(door);
  }
}
