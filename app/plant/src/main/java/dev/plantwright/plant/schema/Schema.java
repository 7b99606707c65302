package dev.plantwright.plant.schema;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The shape of one format of plant file, from a JSON Schema (2020-12) in this package. The keywords
 * used by our schemas are understood: type, properties, required, additionalProperties, items,
 * enum, minimum, maximum, pattern, minLength, minItems, $ref to $defs, description; and {@code
 * x-code}, the code of the problem for a value that does not fit.
 */
public final class Schema {
  /** The formats that have a schema. */
  public static final List<String> FORMATS =
      List.of("plant", "model", "node", "chart", "rule", "site", "device", "modbus-tcp", "mqtt");

  private static final Map<String, Schema> ALL =
      FORMATS.stream().collect(Collectors.toUnmodifiableMap(f -> f, f -> parse(source(f))));

  private final JsonObject root;

  private Schema(JsonObject root) {
    this.root = root;
  }

  /**
   * The schema of a format.
   *
   * @param format one of {@link #FORMATS}
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Schema of(String format) {
    Schema schema = ALL.get(format);
    if (schema == null) {
      throw new IllegalArgumentException("no schema " + format);
    }
    return schema;
  }

  /** A schema from its text. */
  public static Schema parse(String text) {
    return new Schema(JsonText.parse(text).object());
  }

  /** The text of the schema of a format, for editors and help. */
  public static String source(String format) {
    try (InputStream in = Schema.class.getResourceAsStream(format + ".schema.json")) {
      if (in == null) {
        throw new IllegalArgumentException("no schema " + format);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What does not fit, in the order of the text; nothing for a text that cannot be read. */
  public List<SchemaFault> check(JsonText text) {
    return text.root().map(this::check).orElse(List.of());
  }

  /** What does not fit in a value. */
  public List<SchemaFault> check(JsonValue value) {
    List<SchemaFault> faults = new ArrayList<>();
    new SchemaCheck(this, faults).check(value, root, "The file", "");
    return List.copyOf(faults);
  }

  /** The names of the members that the value at the root may have. */
  public List<String> members() {
    return root.object("properties").names();
  }

  /** What a member of the root means, for completion and help. */
  public Optional<String> description(String member) {
    return resolve(root.object("properties").object(member)).text("description");
  }

  /** A sub-schema, or what it refers to. */
  JsonObject resolve(JsonObject schema) {
    return schema
        .text("$ref")
        .map(r -> root.object("$defs").object(r.substring(r.lastIndexOf('/') + 1)))
        .orElse(schema);
  }
}
