package dev.plantwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.plan.Catalog;
import dev.plantwright.sql.plan.Plan;
import dev.plantwright.sql.plan.PlanOptions;
import dev.plantwright.sql.plan.Planned;
import dev.plantwright.sql.plan.Planner;
import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.run.Output;
import dev.plantwright.sql.run.Run;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Windows on the virtual clock give what a reference computes from all rows at once. */
class WindowPropertiesTest {
  private static final long START = 1_700_000_000_000L;

  /** Steps between rows and their values come from one list of numbers. */
  @Property(tries = 200)
  void tumblingGroupsAreTheRowsOfTheirTime(
      @ForAll @Size(max = 60) List<@IntRange(max = 9999) Integer> numbers) {
    List<Event> events = events(numbers);
    String sql =
        "SELECT k, count(*) AS n, sum(v) AS s, min(v) AS lo, max(v) AS hi, avg(v) AS m FROM s"
            + " WHERE v > 10 GROUP BY k, TUMBLINGWINDOW(ss, 10) ORDER BY k";
    long end = START + 200_000;
    List<List<Map<String, Object>>> expected = new ArrayList<>();
    for (long from = START; from < end; from += 10_000) {
      List<Map<String, Object>> window = reference(events, from, from + 10_000);
      if (!window.isEmpty()) {
        expected.add(window);
      }
    }
    assertThat(run(sql, events, end)).isEqualTo(expected);
  }

  /** The aggregates of a hopping window are recomputed from its rows each time. */
  @Property(tries = 100)
  void hoppingWindowsAreTheRowsOfTheLastLength(
      @ForAll @Size(max = 40) List<@IntRange(max = 9999) Integer> numbers) {
    List<Event> events = events(numbers);
    String sql = "SELECT collect(v) AS vs, count(*) AS n FROM s GROUP BY HOPPINGWINDOW(ss, 20, 5)";
    long end = START + 100_000;
    List<List<Object>> expected = new ArrayList<>();
    for (long at = START + 5_000; at <= end; at += 5_000) {
      long until = at;
      expected.add(
          events.stream()
              .filter(e -> e.time() < until && e.time() >= until - 20_000)
              .<Object>map(Event::value)
              .toList());
    }
    List<List<Object>> actual = new ArrayList<>();
    run(sql, events, end)
        .forEach(
            rows ->
                actual.add(
                    rows.getFirst().get("vs") instanceof List<?> list
                        ? new ArrayList<>(list)
                        : List.of()));
    assertThat(actual).isEqualTo(expected);
  }

  private record Event(long time, String key, Double value) {}

  private static List<Event> events(List<Integer> numbers) {
    List<Event> events = new ArrayList<>();
    long time = START;
    for (int number : numbers) {
      time += number % 4000;
      if (time < START + 100_000) {
        events.add(new Event(time, "k" + number % 3, (double) (number % 97)));
      }
    }
    return events;
  }

  private static List<Map<String, Object>> reference(List<Event> events, long from, long to) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    events.stream()
        .filter(e -> e.time() >= from && e.time() < to && e.value() > 10)
        .forEach(e -> groups.computeIfAbsent(e.key(), k -> new ArrayList<>()).add(e.value()));
    return groups.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(e -> summary(e.getKey(), e.getValue()))
        .toList();
  }

  private static Map<String, Object> summary(String key, List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return Map.of(
        "k",
        key,
        "n",
        (long) values.size(),
        "s",
        sum,
        "lo",
        values.stream().min(Double::compare).orElseThrow(),
        "hi",
        values.stream().max(Double::compare).orElseThrow(),
        "m",
        sum / values.size());
  }

  private static List<List<Map<String, Object>>> run(String sql, List<Event> events, long end) {
    List<List<Map<String, Object>>> emissions = new ArrayList<>();
    Output output =
        new Output() {
          @Override
          public void emitted(List<OutputRow> rows) {
            emissions.add(rows.stream().map(OutputRow::members).toList());
          }

          @Override
          public void failed(String operator, String message) {
            throw new AssertionError(message);
          }
        };
    Plan plan = plan(sql);
    Run run = plan.run("r", () -> Instant.ofEpochMilli(START), ZoneOffset.UTC, output);
    for (Event event : events) {
      Map<String, Object> members = Map.of("k", event.key(), "v", event.value());
      run.accept(plan.layout().row(members, event.time(), Map.of()));
    }
    run.advanceTo(end);
    return emissions;
  }

  private static Plan plan(String sql) {
    String create = "CREATE STREAM s () WITH (TYPE=\"memory\")";
    if (Sql.parse(create) instanceof Parsed.Ok<Statement>(Statement.Create stream)
        && Planner.plan(sql, Catalog.of(List.of(stream)), PlanOptions.DEFAULT)
            instanceof Planned.Ok(Plan plan)) {
      return plan;
    }
    throw new AssertionError(sql);
  }
}
