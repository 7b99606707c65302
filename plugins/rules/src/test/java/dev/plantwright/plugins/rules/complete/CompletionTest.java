package dev.plantwright.plugins.rules.complete;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.Meanings;
import dev.plantwright.sql.Sql;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private static final Known KNOWN =
      new Known(
          List.of(
              new Known.Stream(
                  "filler",
                  "line1/filler",
                  List.of(
                      column("filler", "BIGINT", "timestamp"),
                      column("filler", "STRUCT", "values"),
                      column("filler", "FLOAT", "values", "temperature"),
                      column("filler", "FLOAT", "values", "flow-rate"))),
              new Known.Stream(
                  "energy", "line1/energy", List.of(column("energy", "FLOAT", "power")))));

  private static Column column(String stream, String type, String... path) {
    return new Column(stream, List.of(path), type, "");
  }

  /** Proposals at the bar. */
  private static List<String> at(String sql, boolean asked) {
    int caret = sql.indexOf('|');
    return Completion.at(sql.replace("|", ""), caret, KNOWN, asked)
        .map(o -> o.proposals().stream().map(Proposal::insert).toList())
        .orElse(List.of());
  }

  @Test
  void behindFromThereAreStreamsOnly() {
    assertThat(at("SELECT * FROM |", true)).containsExactly("filler", "energy");
    assertThat(at("SELECT * FROM en|", false)).startsWith("energy");
  }

  @Test
  void columnsOfTheStreamsReadComeFirstWithTheWayToThem() {
    assertThat(at("SELECT te| FROM filler", false)).startsWith("values->temperature");
    assertThat(at("SELECT po| FROM filler", false)).doesNotContain("power");
    assertThat(at("SELECT po| FROM energy", false)).startsWith("power");
  }

  @Test
  void behindAnArrowThereAreMembers() {
    assertThat(at("SELECT values->| FROM filler", true))
        .containsExactly("temperature", "`flow-rate`");
    assertThat(at("SELECT power->| FROM filler", true)).isEmpty();
  }

  @Test
  void functionsWindowsAndKeywordsAreKnown() {
    assertThat(at("SELECT av| FROM filler", false)).containsExactly("avg()");
    assertThat(at("SELECT a FROM filler GROUP BY tum|", false)).contains("TUMBLINGWINDOW()");
    assertThat(at("SELECT a FROM filler WH|", false)).startsWith("WHERE").doesNotContain("SELECT");
  }

  @Test
  void nothingIsProposedInStringsCommentsNumbersAndForOneLetter() {
    assertThat(at("SELECT \"te|\" FROM filler", true)).isEmpty();
    assertThat(at("-- te|", true)).isEmpty();
    assertThat(at("SELECT 12| FROM filler", true)).isEmpty();
    assertThat(at("SELECT t| FROM filler", false)).isEmpty();
    assertThat(at("SELECT \"unfinished te|", true)).isEmpty();
  }

  @Test
  void declaredColumnsHaveTheirTypeAndTheValueOfTheLastMessage() {
    String sql = "CREATE STREAM s (a FLOAT, v STRUCT(b BIGINT)) WITH (DATASOURCE=\"t\")";
    Statement.Create create =
        (Statement.Create) ((Parsed.Ok<Statement>) Sql.parse(sql)).statement();
    byte[] message =
        "{\"a\": 1, \"v\": {\"b\": 2}, \"l\": [{\"x\": 1}], \"c\": \"w\"}".getBytes(UTF_8);
    List<Column> seen = new MessageColumns(Meanings.NONE).of("s", "t", message);
    assertThat(seen.stream().map(Column::text)).containsExactly("a", "v", "v->b", "l", "c");
    assertThat(DeclaredColumns.of(create, seen))
        .containsExactly(
            new Column("s", List.of("a"), "FLOAT", "1"),
            new Column("s", List.of("v"), "STRUCT", ""),
            new Column("s", List.of("v", "b"), "BIGINT", "2"));
  }

  @Test
  void theWordAroundTheCaretIsWhatIsReplaced() {
    Completion.Offer offer =
        Completion.at("SELECT temprature FROM filler", 9, KNOWN, false).orElseThrow();
    assertThat(List.of(offer.start(), offer.end())).containsExactly(7, 17);
  }
}
