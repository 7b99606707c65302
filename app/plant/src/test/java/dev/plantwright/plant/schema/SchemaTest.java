package dev.plantwright.plant.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plantwright.plant.PlantFile;
import dev.plantwright.plant.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  static final List<String> FORMATS = Schema.FORMATS;
  private static final Path SAMPLE = Path.of("../launcher/samples/bottling-line");

  @ParameterizedTest
  @FieldSource("FORMATS")
  void schemaIsJsonAndSaysWhatMembersMean(String format) {
    assertThat(JsonText.parse(Schema.source(format)).faults()).isEmpty();
    Schema schema = Schema.of(format);
    assertThat(schema.members()).isNotEmpty();
    assertThat(schema.members()).anyMatch(m -> schema.description(m).isPresent());
  }

  static Stream<Path> sampleFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      return files.filter(f -> f.toString().endsWith(".json")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sampleFiles")
  void sampleFits(Path file) throws IOException {
    JsonText text = JsonText.parse(Files.readString(file));
    String path = SAMPLE.relativize(file).toString().replace('\\', '/');
    String format = PlantFile.kind(path).name().toLowerCase(java.util.Locale.ROOT);

    if (FORMATS.contains(format)) {
      assertThat(Schema.of(format).check(text)).isEmpty();
    }
  }

  @Test
  void formatWithoutASchemaIsRefused() {
    assertThatThrownBy(() -> Schema.of("none")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void faultsComeInTheOrderOfTheText() {
    Schema schema =
        Schema.parse(
            """
            {"type": "object", "required": ["a"], "properties": {
              "a": {"type": "integer", "minimum": 1, "x-code": "A"},
              "b": {"type": ["string", "null"], "pattern": "^x", "x-pattern-words": "a text with x"},
              "c": {"type": "array", "minItems": 1, "items": {"enum": ["p", "q"]}}}}
            """);

    List<SchemaFault> faults =
        schema.check(JsonText.parse("{\"A\": 1, \"b\": \"y\", \"c\": [\"p\", \"r\"]}"));

    assertThat(faults)
        .extracting(SchemaFault::code, SchemaFault::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "A", "The file lacks \"a\". Add it. Did you mean it with \"A\"?"),
            org.assertj.core.groups.Tuple.tuple("", "\"A\" is not known here. Did you mean \"a\"?"),
            org.assertj.core.groups.Tuple.tuple(
                "", "\"b\" must be a text with x or null, not \"y\"."),
            org.assertj.core.groups.Tuple.tuple(
                "", "Item 2 of \"c\" must be \"p\" or \"q\", not \"r\"."));
  }
}
