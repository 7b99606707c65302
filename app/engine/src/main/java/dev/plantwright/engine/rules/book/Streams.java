package dev.plantwright.engine.rules.book;

import dev.plantwright.engine.rules.definition.GoProblem;
import dev.plantwright.engine.rules.definition.RuleDefinition;
import dev.plantwright.engine.rules.store.Journal;
import dev.plantwright.sql.Sql;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.plan.Catalog;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams and tables, in order of creation. One thread. */
public final class Streams implements Catalog {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  private final Journal journal;
  private final Map<String, Statement.Create> definitions = new LinkedHashMap<>();

  Streams(Journal journal) {
    this.journal = journal;
    for (Journal.Entry entry : journal.entries()) {
      if (!entry.kind().equals("rule")) {
        restore(entry);
      }
    }
  }

  private void restore(Journal.Entry entry) {
    if (Sql.parse(entry.text()) instanceof Parsed.Ok<Statement>(Statement.Create create)) {
      definitions.put(create.name(), create);
    } else {
      LOG.error("the {} {} cannot be read any more: {}", entry.kind(), entry.name(), entry.text());
    }
  }

  @Override
  public Optional<Statement.Create> find(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  @Override
  public Collection<String> names() {
    return List.copyOf(definitions.keySet());
  }

  /** Definitions of a kind, in order of creation. */
  public List<Statement.Create> all(Statement.Kind kind) {
    return definitions.values().stream().filter(d -> d.kind() == kind).toList();
  }

  /** Carries out any statement about streams; the answer in the product's words. */
  public String execute(String sql, Predicate<String> inUse) {
    return switch (statement(sql)) {
      case Statement.Create create -> create(create);
      case Statement.Drop(var kind, var name, var span) -> {
        String dropped = drop(kind, name, inUse, "Drop " + lower(kind) + " fails: ");
        yield dropped;
      }
      case Statement.Show(var kind, var span) ->
          String.join("\n", all(kind).stream().map(Statement.Create::name).toList());
      case Statement.Describe(var kind, var name, var span) ->
          Descriptions.text(described(kind, name));
      case Statement.Explain(var kind, var name, var span) -> {
        find(name)
            .orElseThrow(
                () ->
                    streamProblem("Explain " + lower(kind) + " fails, " + name + " is not found."));
        yield "TO BE SUPPORTED";
      }
      case Statement.Select _ -> throw invalid(sql);
    };
  }

  private Statement statement(String sql) {
    return switch (Sql.parse(sql)) {
      case Parsed.Ok<Statement>(Statement statement) -> statement;
      case Parsed.Failed<Statement>(var problems) -> {
        boolean command =
            sql.strip()
                .toLowerCase(Locale.ROOT)
                .matches("(?s)(create|show|describe|explain|drop)\\b.*");
        throw command ? streamProblem(problems.getFirst().productText()) : invalid(sql);
      }
    };
  }

  private static GoProblem invalid(String sql) {
    return streamProblem("Invalid stream statement: " + sql);
  }

  private static GoProblem streamProblem(String message) {
    return new GoProblem(3000, message);
  }

  private String create(Statement.Create create) {
    if (definitions.containsKey(create.name())) {
      throw streamProblem(
          "Create %s fails: Item %s already exists."
              .formatted(lower(create.kind()), create.name()));
    }
    keep(create);
    return create.kind().shown() + " " + create.name() + " is created.";
  }

  private void keep(Statement.Create create) {
    journal.put(new Journal.Entry(lower(create.kind()), create.name(), create.text(), true));
    definitions.put(create.name(), create);
  }

  /** Makes or replaces a stream by its statement. */
  public String replace(Statement.Kind kind, String name, String sql) {
    if (!(statement(sql) instanceof Statement.Create create)) {
      throw invalid(sql);
    }
    if (create.kind() != kind) {
      throw GoProblem.notFound(lower(kind) + " " + name + " is not found");
    }
    if (!create.name().equals(name)) {
      throw streamProblem(
          "Replace %s fails: the sql statement must update the %s source.".formatted(name, name));
    }
    find(name).ifPresent(old -> checkVersion(old, create));
    keep(create);
    return kind.shown() + " " + name + " is replaced.";
  }

  private static void checkVersion(Statement.Create old, Statement.Create create) {
    String before = old.options().get("VERSION").orElse("");
    String after = create.options().get("VERSION").orElse("");
    boolean newer = before.isEmpty() || after.compareTo(before) > 0;
    if (!newer) {
      throw streamProblem(
          "source %s already exists with version (%s), new version (%s) is lower"
              .formatted(create.name(), before, after));
    }
  }

  /**
   * Drops a stream.
   *
   * @param inUse names that rules hold
   */
  public String drop(Statement.Kind kind, String name, Predicate<String> inUse, String prefix) {
    RuleDefinition.checkId(name);
    boolean there = find(name).filter(d -> d.kind() == kind || isLoose(kind, d)).isPresent();
    if (!there) {
      throw GoProblem.notFound(prefix + lower(kind) + " " + name + " is not found");
    }
    if (inUse.test(name)) {
      throw new GoProblem(
          1000, prefix + lower(kind) + " " + name + " has been referenced by other rules");
    }
    Statement.Create dropped = definitions.get(name);
    journal.drop(lower(dropped.kind()), name);
    definitions.remove(name);
    return kind.shown() + " " + name + " is dropped.";
  }

  /** The product drops a table through the door of streams. */
  private static boolean isLoose(Statement.Kind asked, Statement.Create found) {
    return asked == Statement.Kind.STREAM && found.kind() == Statement.Kind.TABLE;
  }

  /** The definition of a stream of that kind, or the product's complaint. */
  public Statement.Create described(Statement.Kind kind, String name) {
    RuleDefinition.checkId(name);
    Statement.Create found =
        find(name)
            .orElseThrow(
                () ->
                    streamProblem(
                        "Describe %s fails, %s is not found.".formatted(lower(kind), name)));
    if (found.kind() != kind) {
      throw streamProblem(
          "Describe %s fails, %s %s is not found.".formatted(lower(kind), lower(kind), name));
    }
    return found;
  }

  static String lower(Statement.Kind kind) {
    return kind.shown().toLowerCase(Locale.ROOT);
  }
}
