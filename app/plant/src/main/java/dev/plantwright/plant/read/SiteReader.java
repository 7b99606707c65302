package dev.plantwright.plant.read;

import dev.plantwright.plant.SiteFile;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.Member;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads sites/NAME.json. */
final class SiteReader {
  private SiteReader() {}

  static SiteFile read(String name, JsonFile file) {
    Map<String, JsonObject> doors = new LinkedHashMap<>();
    for (Member member : file.root().object("doors").members()) {
      if (member.value() instanceof JsonObject o) {
        doors.put(member.name(), o);
      }
    }
    boolean remote = file.root().text("kind").filter("remote"::equals).isPresent();
    return new SiteFile(
        name,
        remote ? SiteFile.Kind.REMOTE : SiteFile.Kind.LOCAL,
        doors,
        file.text(),
        file.whole());
  }
}
