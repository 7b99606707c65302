package dev.plantwright.plugins.rules;

import dev.plantwright.plant.Plant;
import dev.plantwright.plant.RuleFile;
import dev.plantwright.plant.StreamFile;
import dev.plantwright.sql.Sql;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import java.util.ArrayList;
import java.util.List;

/** A line of the list of rules and streams. */
sealed interface RuleRow {
  /** Above rules or streams. */
  record Heading(String title) implements RuleRow {}

  /**
   * A rule.
   *
   * @param id that the engine knows it by
   */
  record Rule(String name, String id, String file) implements RuleRow {}

  /**
   * A stream.
   *
   * @param topic its rows come from; empty if it is not written there
   */
  record Stream(String name, String topic, String file) implements RuleRow {}

  static List<RuleRow> of(Plant plant) {
    List<RuleRow> rows = new ArrayList<>();
    if (!plant.rules().isEmpty()) {
      rows.add(new Heading("Rules"));
      plant.rules().forEach(r -> rows.add(rule(r)));
    }
    if (!plant.streams().isEmpty()) {
      rows.add(new Heading("Streams"));
      plant.streams().forEach(s -> rows.add(new Stream(s.name(), topic(s), s.place().file())));
    }
    return rows;
  }

  private static Rule rule(RuleFile rule) {
    String id = rule.body().text("id").filter(i -> !i.isBlank()).orElse(rule.id());
    return new Rule(rule.id(), id, rule.place().file());
  }

  private static String topic(StreamFile stream) {
    return Sql.parse(stream.sql()) instanceof Parsed.Ok<Statement>(Statement.Create create)
        ? create.options().datasource()
        : "";
  }
}
