package dev.plantwright.plugins.charts;

import dev.plantwright.api.ValueRef;
import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The text of a chart file: what it says, and changes to it that leave the rest as written. */
final class ChartText {
  private static final BigDecimal USUAL_RANGE = BigDecimal.valueOf(300);

  private ChartText() {}

  static ChartSpec read(String text) {
    JsonObject root = JsonText.parse(text).object();
    double range = root.number("range_s").orElse(USUAL_RANGE).doubleValue();
    return new ChartSpec(
        root.text("title").orElse(""),
        Math.max(2_000, Math.round(range * 1000)),
        objects(root, "axes").stream().map(ChartText::axis).toList(),
        objects(root, "series").stream().map(ChartText::series).toList(),
        objects(root, "limits").stream().map(ChartText::limit).toList());
  }

  /** Adds a line for a value, on an axis of its unit, which is made if there is none. */
  static String add(String text, ValueRef value, String unit) {
    ChartSpec spec = read(text);
    if (spec.shows(value)) {
      return text;
    }
    JsonText json = JsonText.parse(text);
    Optional<ChartSpec.Axis> axis =
        spec.axes().stream().filter(a -> a.unit().equals(unit)).findFirst();
    String id = axis.map(ChartSpec.Axis::id).orElseGet(() -> newId(spec, unit, value));
    if (axis.isEmpty()) {
      String side = spec.axes().size() % 2 == 0 ? "left" : "right";
      json = append(json, "axes", Map.of("id", id, "side", side, "unit", unit));
    }
    Map<String, Object> series = new LinkedHashMap<>();
    series.put("topic", value.topic());
    value.member().ifPresent(m -> series.put("member", m));
    series.put("axis", id);
    return append(json, "series", series).text();
  }

  static String remove(String text, ValueRef value) {
    List<ChartSpec.Series> series = read(text).series();
    for (int i = 0; i < series.size(); i++) {
      if (series.get(i).value().equals(value)) {
        return JsonText.parse(text).without("/series/" + i).text();
      }
    }
    return text;
  }

  private static JsonText append(JsonText json, String array, Map<String, ?> item) {
    JsonValue value = JsonValue.fromJava(item);
    return json.at("/" + array).isPresent()
        ? json.append("/" + array, value)
        : json.with("/" + array, JsonValue.of(List.of(value)));
  }

  private static String newId(ChartSpec spec, String unit, ValueRef value) {
    String base = unit.isEmpty() ? value.name() : unit;
    String id = base;
    for (int i = 2; spec.axis(id).isPresent(); i++) {
      id = base + " " + i;
    }
    return id;
  }

  private static List<JsonObject> objects(JsonObject root, String name) {
    return root.items(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  private static ChartSpec.Axis axis(JsonObject o) {
    return new ChartSpec.Axis(
        o.text("id").orElse(""),
        o.text("side").orElse("left").equals("right"),
        o.text("unit").orElse(""),
        number(o, "min"),
        number(o, "max"));
  }

  private static ChartSpec.Series series(JsonObject o) {
    Optional<String> member = o.text("member").filter(m -> !m.isEmpty());
    return new ChartSpec.Series(
        new ValueRef(o.text("topic").orElse(""), member), o.text("axis").orElse(""));
  }

  private static ChartSpec.Limit limit(JsonObject o) {
    return new ChartSpec.Limit(
        o.text("axis").orElse(""),
        !o.text("kind").orElse("high").equals("low"),
        number(o, "value").orElse(Double.NaN),
        o.text("title").orElse("Limit"));
  }

  private static OptionalDouble number(JsonObject o, String name) {
    return o.number(name).stream().mapToDouble(BigDecimal::doubleValue).findFirst();
  }
}
