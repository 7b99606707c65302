package dev.plantwright.sql.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cases recorded from the real product; skipped where the build has no folder of them. */
class SqlVectorsTest {
  /** How many passed when this was written; fewer is a step back. */
  private static final int PASSED_BEFORE = 630;

  @Test
  void recordedCasesPassOrAreListed() throws Exception {
    Optional<VectorFolder> folder = VectorFolder.find();
    if (folder.isEmpty()) {
      print("vectors: skipped, neither vectors.dir nor PLANTWRIGHT_VECTORS names a folder");
    }
    assumeTrue(folder.isPresent());
    Tally tally = new Tally("not-yet.txt");
    runners().forEach((kind, runner) -> run(folder.get(), kind, runner, tally));
    tally.report().forEach(SqlVectorsTest::print);
    String dump = System.getProperty("vectors.dump");
    if (dump != null) {
      Files.write(Path.of(dump), tally.complaints());
      Files.write(Path.of(dump + ".ids"), tally.unlisted());
    }
    assertThat(tally.complaints()).isEmpty();
    if (System.getProperty("vectors.dir") == null) {
      assertThat(tally.passed()).isGreaterThanOrEqualTo(PASSED_BEFORE);
    }
  }

  private static Map<String, Function<JsonNode, Outcome>> runners() {
    Map<String, Function<JsonNode, Outcome>> runners = new LinkedHashMap<>();
    runners.put("ekuiper/parse_select", Cases::parse);
    runners.put("ekuiper/parse_stream", Cases::parse);
    runners.put("ekuiper/parse_statement", Cases::parse);
    runners.put("ekuiper/expr_eval", Cases::expression);
    runners.put("ekuiper/function", Cases::function);
    runners.put("ekuiper-live/rule_run", LiveRuns::run);
    List.of(
            "cast",
            "format",
            "function_ext",
            "op_aggregate",
            "op_filter",
            "op_having",
            "op_join",
            "op_order",
            "op_preprocess",
            "op_project",
            "plan_explain",
            "plan_graph",
            "row_model",
            "rule_e2e",
            "rule_e2e_ext",
            "schema_registry",
            "sink_template",
            "sink_transform",
            "statement_exec")
        .forEach(kind -> runners.put("ekuiper/" + kind, record -> new Outcome.NotApplicable()));
    return runners;
  }

  private static void run(
      VectorFolder folder, String kind, Function<JsonNode, Outcome> runner, Tally tally) {
    List<JsonNode> records = folder.records(kind + ".jsonl");
    if (records.isEmpty()) {
      print("  " + kind + ": not in the folder, skipped");
    } else if (tally.isKindListed(kind)) {
      tally.notYetKind(kind, records.size());
    } else {
      records.forEach(
          record -> tally.add(kind, record.get("id").stringValue(), outcome(runner, record)));
    }
  }

  private static Outcome outcome(Function<JsonNode, Outcome> runner, JsonNode record) {
    try {
      return runner.apply(record);
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome.Failed("threw " + e);
    }
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
