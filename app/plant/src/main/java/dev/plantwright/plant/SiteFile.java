package dev.plantwright.plant;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import java.util.Map;

/**
 * Where the plant runs: sites/NAME.json.
 *
 * @param doors by name; their members as written, variables not resolved; none for the local site,
 *     whose doors are known when it runs
 */
public record SiteFile(
    String name, Kind kind, Map<String, JsonObject> doors, JsonText source, Place place) {
  public SiteFile {
    doors = Map.copyOf(doors);
  }

  /** Whether its doors are opened by the engine of the workbench or are somewhere else. */
  public enum Kind {
    LOCAL,
    REMOTE
  }
}
