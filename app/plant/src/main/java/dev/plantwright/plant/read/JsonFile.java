package dev.plantwright.plant.read;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.PlantFile;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.json.JsonFault;
import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.Member;
import dev.plantwright.plant.schema.Schema;
import dev.plantwright.plant.schema.SchemaFault;
import dev.plantwright.plant.text.Span;
import java.util.List;
import java.util.Optional;

/** A JSON file of a plant while it is read: its text, its place, its shape. */
final class JsonFile {
  private final String path;
  private final JsonText text;

  private JsonFile(String path, JsonText text) {
    this.path = path;
    this.text = text;
  }

  /** Reads and checks the shape; empty if the file is no JSON object. */
  static Optional<JsonFile> read(PlantFile file, String format, List<Problem> problems) {
    if (file.text().isEmpty()) {
      return Optional.empty();
    }
    JsonFile json = new JsonFile(file.path(), JsonText.parse(file.text().get()));
    json.text.faults().forEach(f -> problems.add(json.problem(f)));
    Schema.of(format).check(json.text).forEach(f -> problems.add(json.problem(f)));
    return json.text.root().filter(JsonObject.class::isInstance).map(_ -> json);
  }

  private Problem problem(JsonFault fault) {
    Place place = Place.of(path, text.lines(), fault.offset());
    return fault.fatal()
        ? Problem.error("JSON-SYNTAX", place, fault.message())
        : Problem.warning("JSON-DUPLICATE", place, fault.message());
  }

  private Problem problem(SchemaFault fault) {
    String code = fault.code().isEmpty() ? "JSON-KEY" : fault.code();
    Severity severity = fault.doubtful() ? Severity.WARNING : Severity.ERROR;
    return new Problem(severity, code, at(fault.span()), fault.message());
  }

  String path() {
    return path;
  }

  JsonText text() {
    return text;
  }

  JsonObject root() {
    return text.object();
  }

  Place whole() {
    return Place.of(path);
  }

  Place at(Span span) {
    return Place.of(path, text.lines(), span.start());
  }

  Place at(Member member) {
    return at(member.nameSpan());
  }
}
