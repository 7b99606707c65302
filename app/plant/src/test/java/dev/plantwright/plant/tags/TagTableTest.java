package dev.plantwright.plant.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TagTableTest {
  private static final String TEXT =
      """
      # tags of the filler
      group,name,address,attribute,type,wiring,description
      process,temperature,1!400001,Read,FLOAT,X1,"In the bowl, above"

      # second half
      process,speed,1!400003,Read,INT16,X2,
      """;

  @Test
  void cellsKnowTheirPlaceAlsoInQuotes() {
    TagTable table = TagTable.parse(TEXT);
    TagRow first = table.rows().getFirst();

    assertThat(table.rows()).hasSize(2);
    assertThat(first.line()).isEqualTo(3);
    assertThat(table.cell(first, "address").orElseThrow().column()).isEqualTo(21);
    assertThat(table.value(first, "description")).isEqualTo("In the bowl, above");
    assertThat(table.cell(first, "description").orElseThrow().columnAt(3)).isEqualTo(48);
    assertThat(table.rows().getLast().line()).isEqualTo(6);
  }

  @Test
  void editOfACellChangesOnlyThatCell() {
    assertThat(TagTable.parse(TEXT).with(1, "address", "1!400007").text())
        .isEqualTo(TEXT.replace("1!400003", "1!400007"));
    assertThat(TagTable.parse(TEXT).with(1, "description", "a \"b\", c").text())
        .isEqualTo(TEXT.replace("X2,\n", "X2,\"a \"\"b\"\", c\"\n"));
    assertThat(TagTable.parse(TEXT).with(1, "wiring", "X9").text())
        .isEqualTo(TEXT.replace("X2", "X9"));
  }

  @Test
  void equalValueChangesNothing() {
    assertThat(TagTable.parse(TEXT).with(0, "description", "In the bowl, above").text())
        .isEqualTo(TEXT);
  }

  @Test
  void columnThatTheTableLacksIsAdded() {
    TagTable table = TagTable.parse(TEXT).with(1, "unit", "1/min");

    assertThat(table.columns()).endsWith("description", "unit");
    assertThat(table.value(table.rows().get(1), "unit")).isEqualTo("1/min");
    assertThat(table.value(table.rows().get(0), "unit")).isEmpty();
    assertThat(table.rows()).allSatisfy(r -> assertThat(r.cells()).hasSize(8));
  }

  @Test
  void columnNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> TagTable.parse(TEXT).with(0, "colour", "red"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void rowIsAddedWhereItShould() {
    Map<String, String> values = Map.of("group", "g", "name", "n");

    assertThat(TagTable.parse(TEXT).add(1, values).text())
        .isEqualTo(TEXT.replace("process,speed", "g,n,,,,,\nprocess,speed"));
    assertThat(TagTable.parse(TEXT).add(2, values).text()).isEqualTo(TEXT + "g,n,,,,,\n");
    assertThat(TagTable.parse(TEXT.stripTrailing()).add(2, values).text())
        .isEqualTo(TEXT.stripTrailing() + "\ng,n,,,,,\n");
  }

  @Test
  void rowAddedToAnEmptyFileBringsTheHeader() {
    assertThat(TagTable.parse("").add(0, Map.of("group", "g", "name", "n")).text())
        .isEqualTo(TagTable.EMPTY.text() + "g,n,,,,,,,,\n");
  }

  @Test
  void removedRowTakesItsLine() {
    assertThat(TagTable.parse(TEXT).remove(1).text())
        .isEqualTo(TEXT.replace("process,speed,1!400003,Read,INT16,X2,\n", ""));
  }

  @Test
  void windowsLineBreaksStay() {
    String text = "group,name\r\na,b\r\n";

    assertThat(TagTable.parse(text).with(0, "name", "c").text()).isEqualTo("group,name\r\na,c\r\n");
    assertThat(TagTable.parse(text).add(1, Map.of("group", "x")).text())
        .isEqualTo("group,name\r\na,b\r\nx,\r\n");
  }

  @Test
  void quoteWithoutEndSpoilsItsLineOnly() {
    TagTable table = TagTable.parse("group,name\n\"a,b\nc,d\n");

    assertThat(table.faults()).extracting(CsvFault::line, CsvFault::column).hasSize(1);
    assertThat(table.faults().getFirst().line()).isEqualTo(2);
    assertThat(table.value(table.rows().get(1), "name")).isEqualTo("d");
  }

  @Test
  void cellThatLooksLikeACommentIsQuoted() {
    TagTable table = TagTable.parse("group,name\na,b\n").with(0, "group", "#1");

    assertThat(table.rows()).hasSize(1);
    assertThat(table.value(table.rows().getFirst(), "group")).isEqualTo("#1");
  }
}
