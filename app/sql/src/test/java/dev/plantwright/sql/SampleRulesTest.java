package dev.plantwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.format.JsonDecoder;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.plan.Catalog;
import dev.plantwright.sql.plan.Plan;
import dev.plantwright.sql.plan.PlanOptions;
import dev.plantwright.sql.plan.Planned;
import dev.plantwright.sql.plan.Planner;
import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.run.Output;
import dev.plantwright.sql.run.Run;
import dev.plantwright.sql.text.SqlProblem;
import dev.plantwright.sql.value.GoJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of a plant on messages as a gateway publishes them. */
class SampleRulesTest {
  private static final long START = 1_700_000_000_000L;
  private final List<String> sent = new ArrayList<>();

  @Test
  void groupsThatShareATopicDoNotDisturbARule() {
    feed(
        "SELECT values->temperature AS temperature, timestamp FROM s"
            + " WHERE values->temperature > 80",
        "{\"node\":\"f\",\"timestamp\":1,\"values\":{\"power\":5},\"errors\":{}}",
        "{\"node\":\"f\",\"timestamp\":2,\"values\":{},\"errors\":{\"temperature\":3008}}",
        "{\"node\":\"f\",\"timestamp\":3}",
        "{\"node\":\"f\",\"timestamp\":4,\"values\":{\"temperature\":80.5}}");
    assertThat(sent).containsExactly("[{\"temperature\":80.5,\"timestamp\":4}]");
  }

  @Test
  void anAggregationOverTenSecondsKnowsItsEnd() {
    feed(
        "SELECT avg(values->power) AS power, max(values->power) AS peak, count(*) AS n,"
            + " window_end() AS ts FROM s GROUP BY TUMBLINGWINDOW(ss, 10)",
        "{\"values\":{\"power\":2}}",
        "{\"values\":{\"power\":5}}",
        "{\"values\":{\"energy\":9}}");
    assertThat(sent)
        .containsExactly(
            "[{\"n\":3,\"peak\":5,\"power\":3.5,\"ts\":" + (START + 10_000) + "}]",
            "[{\"ts\":" + (START + 20_000) + "}]");
  }

  @Test
  void anUnknownColumnOfASchemaIsFoundWithItsNeighbour() {
    Statement.Create typed = create("CREATE STREAM t (temperature FLOAT) WITH (TYPE=\"memory\")");
    assertThat(Sql.check("SELECT temprature FROM t", Catalog.of(List.of(typed))))
        .singleElement()
        .returns(
            "stream t has no column temprature; did you mean temperature?", SqlProblem::message)
        .returns("unknown field temprature", SqlProblem::productText)
        .returns(8, SqlProblem::column);
  }

  @Test
  void aMemberOfAProductIsWarnedOf() {
    Statement.Create s = create("CREATE STREAM s () WITH (TYPE=\"memory\")");
    assertThat(Sql.check("SELECT 2 * values->power AS double FROM s", Catalog.of(List.of(s))))
        .singleElement()
        .returns("SQL-MEMBER-OF-NUMBER", SqlProblem::code)
        .returns(false, SqlProblem::isError);
  }

  @Test
  void aVeryDeepExpressionIsAProblemNotACrash() {
    String deep = "SELECT " + "(".repeat(50_000) + "a FROM s";
    assertThat(Sql.check(deep, Catalog.of(List.of())))
        .singleElement()
        .returns("SQL-SYNTAX", SqlProblem::code);
    String wide = "SELECT a" + " + a".repeat(50_000) + " FROM s";
    assertThat(Sql.check(wide, Catalog.of(List.of()))).hasSize(1);
  }

  private void feed(String sql, String... payloads) {
    Statement.Create stream = create("CREATE STREAM s () WITH (DATASOURCE=\"a\")");
    if (!(Planner.plan(sql, Catalog.of(List.of(stream)), PlanOptions.DEFAULT)
        instanceof Planned.Ok(Plan plan))) {
      throw new AssertionError(Sql.check(sql, Catalog.of(List.of(stream))).toString());
    }
    Run run = plan.run("r", () -> Instant.ofEpochMilli(START), ZoneOffset.UTC, output());
    JsonDecoder decoder = new JsonDecoder(plan.layout(), false);
    long time = START;
    for (String payload : payloads) {
      time += 100;
      byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
      decoder.decode(bytes, time, Map.of(), run::accept);
    }
    run.advanceTo(START + 20_000);
  }

  private Output output() {
    return new Output() {
      @Override
      public void emitted(List<OutputRow> rows) {
        sent.add(GoJson.of(rows));
      }

      @Override
      public void failed(String operator, String message) {
        sent.add(message);
      }
    };
  }

  private static Statement.Create create(String text) {
    if (Sql.parse(text) instanceof Parsed.Ok<Statement>(Statement.Create create)) {
      return create;
    }
    throw new AssertionError(Sql.parse(text).toString());
  }
}
