package dev.plantwright.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.plan.Catalog;
import dev.plantwright.sql.plan.PlanOptions;
import dev.plantwright.sql.plan.Planned;
import dev.plantwright.sql.plan.Planner;
import dev.plantwright.sql.run.Output;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No text makes parser, planner or run throw anything. */
class StatementPropertiesTest {
  private static final List<String> SEEDS =
      List.of(
          "SELECT values->temperature AS t, timestamp FROM s WHERE values->temperature > 80",
          "SELECT avg(v) AS a, count(*) AS n, window_end() FROM s GROUP BY k, TUMBLINGWINDOW(ss,"
              + " 10) HAVING count(*) > 1 ORDER BY a DESC LIMIT 3",
          "SELECT * EXCEPT(a), CASE WHEN a > 1 THEN 'x' ELSE `b c` END AS y FROM s WHERE a BETWEEN"
              + " 1 AND 2 AND b NOT IN (1, 2.5) OR c LIKE 'a%' -- end",
          "SELECT a[0], a[1:2], b->c->d, -3.5 * 2 % 4 FROM s AS t GROUP BY COUNTWINDOW(3, 1)"
              + " FILTER(WHERE x = true)",
          "SELECT lag(a) OVER (PARTITION BY b WHEN c > 1) FROM s INNER JOIN u ON s.a = u.b",
          "CREATE STREAM s (a BIGINT, b ARRAY(STRUCT(c STRING)), d FLOAT DEFAULT 1.5) WITH"
              + " (DATASOURCE=\"a/b\", FORMAT=\"json\", SHARED=TRUE)");
  private static final String PIECES = "()[]->.,;:*/+-=<>!'\"`\\%&|^ \n#aS1_é\u0000";

  @Property(tries = 4000)
  void noTextThrows(@ForAll long seed) {
    Random random = new Random(seed);
    String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
    Sql.tokens(text);
    Sql.parse(text).problems().forEach(p -> assertThat(p.message()).isNotBlank());
    assertThat(Sql.check(text, Catalog.of(List.of(stream())))).isNotNull();
    if (Planner.plan(text, Catalog.of(List.of(stream())), PlanOptions.DEFAULT)
        instanceof Planned.Ok(var plan)) {
      var run = plan.run("r", () -> Instant.EPOCH, ZoneOffset.UTC, new Silent());
      Map<String, Object> odd = Map.of("a", List.of(1.0, "x"), "b", Map.of("c", 2L), "v", "text");
      try {
        run.accept(plan.layout().row(odd, 5, Map.of()));
        run.advanceTo(20_000);
      } catch (dev.plantwright.sql.value.SqlPanic e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(6); i > 0 && !mutated.isEmpty(); i--) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(4)) {
        case 0 -> mutated.deleteCharAt(at);
        case 1 -> mutated.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
        case 2 -> mutated.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
        default -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(12)));
      }
    }
    return mutated.toString();
  }

  private record Silent() implements Output {
    @Override
    public void emitted(List<dev.plantwright.sql.row.OutputRow> rows) {
      rows.forEach(row -> assertThat(row.members()).isNotNull());
    }

    @Override
    public void failed(String operator, String message) {}
  }

  private static Statement.Create stream() {
    return ((Parsed.Ok<Statement>) Sql.parse("CREATE STREAM s () WITH (TYPE=\"memory\")"))
                .statement()
            instanceof Statement.Create create
        ? create
        : null;
  }
}
