package dev.plantwright.plant.read;

import dev.plantwright.plant.ChartFile;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.util.List;

/** Reads charts/NAME.json. */
final class ChartReader {
  private static final BigDecimal USUAL_RANGE = BigDecimal.valueOf(300);

  private ChartReader() {}

  static ChartFile read(String name, JsonFile file) {
    JsonObject root = file.root();
    return new ChartFile(
        name,
        root.text("title").orElse(name),
        root.number("range_s").filter(n -> n.signum() > 0).orElse(USUAL_RANGE),
        objects(root, "axes").stream().map(o -> axis(o, file)).toList(),
        objects(root, "series").stream().map(o -> series(o, file)).toList(),
        objects(root, "limits").stream().map(o -> limit(o, file)).toList(),
        file.text(),
        file.whole());
  }

  private static List<JsonObject> objects(JsonObject root, String name) {
    return root.items(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  private static ChartFile.Axis axis(JsonObject o, JsonFile file) {
    return new ChartFile.Axis(
        o.text("id").orElse(""),
        o.text("side").orElse("left"),
        o.text("unit").orElse(""),
        o.number("min"),
        o.number("max"),
        file.at(o.span()));
  }

  private static ChartFile.Series series(JsonObject o, JsonFile file) {
    return new ChartFile.Series(
        o.text("topic").orElse(""),
        o.text("member").orElse(""),
        o.text("axis").orElse(""),
        file.at(o.span()));
  }

  private static ChartFile.Limit limit(JsonObject o, JsonFile file) {
    return new ChartFile.Limit(
        o.text("axis").orElse(""),
        o.text("kind").orElse("high"),
        o.number("value").orElse(BigDecimal.ZERO),
        o.text("title").orElse(""),
        file.at(o.span()));
  }
}
