package dev.plantwright.plant.tags;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Laws of tag tables, with FastCSV as an independent peer. */
class TagTablePropertiesTest {
  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.strings().withChars("ab,\"\n\r#; é").ofMaxLength(60);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void textIsKeptWhateverItIs(@ForAll("anyText") String text) {
    assertThat(TagTable.parse(text).text()).isEqualTo(text);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void spansOfCellsAreTheirSource(@ForAll("anyText") String text) {
    for (TagRow row : TagTable.parse(text).rows()) {
      for (Cell cell : row.cells()) {
        String source = cell.span().of(text);
        if (!source.startsWith("\"")) {
          assertThat(cell.value()).isEqualTo(source);
        }
      }
    }
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings().withChars("ab,\"\n #é").ofMaxLength(6);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void rowsThatAreAddedAreReadAsTheyWere(
      @ForAll @Size(min = 1, max = 5) List<@net.jqwik.api.From("cells") String> names) {
    TagTable table = TagTable.EMPTY;
    for (String name : names) {
      table = table.add(table.rows().size(), Map.of("group", name, "name", "x" + name));
    }

    TagTable read = TagTable.parse(table.text());

    assertThat(read.faults()).isEmpty();
    assertThat(read.rows())
        .extracting(r -> read.cell(r, "group").orElseThrow().value())
        .isEqualTo(names);
    assertThat(peer(table.text())).extracting(r -> r.getField(0)).isEqualTo(withHeader(names));
  }

  private static List<String> withHeader(List<String> names) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of("group"), names.stream())
        .toList();
  }

  private static List<CsvRecord> peer(String text) {
    return CsvReader.builder()
        .commentStrategy(CommentStrategy.SKIP)
        .skipEmptyLines(true)
        .ofCsvRecord(text)
        .stream()
        .toList();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void editOfACellChangesNoOtherCell(@ForAll("cells") String value, @ForAll("cells") String other) {
    TagTable table =
        TagTable.EMPTY
            .add(0, Map.of("group", other, "name", "a", "unit", other))
            .add(1, Map.of("group", "g", "name", other, "unit", "u"));

    TagTable edited = table.with(0, "group", value).with(1, "unit", value);

    assertThat(edited.rows()).hasSize(2);
    TagRow first = edited.rows().getFirst();
    TagRow second = edited.rows().getLast();
    assertThat(edited.cell(first, "group").orElseThrow().value()).isEqualTo(value);
    assertThat(edited.cell(first, "unit").orElseThrow().value()).isEqualTo(other);
    assertThat(edited.cell(second, "unit").orElseThrow().value()).isEqualTo(value);
    assertThat(edited.cell(second, "name").orElseThrow().value()).isEqualTo(other);
  }
}
