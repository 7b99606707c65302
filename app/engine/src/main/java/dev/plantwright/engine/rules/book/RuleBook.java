package dev.plantwright.engine.rules.book;

import dev.plantwright.engine.rules.definition.GoProblem;
import dev.plantwright.engine.rules.definition.RuleDefinition;
import dev.plantwright.engine.rules.flow.Action;
import dev.plantwright.engine.rules.flow.RuleFlow;
import dev.plantwright.engine.rules.flow.Source;
import dev.plantwright.engine.rules.sink.Sinks;
import dev.plantwright.engine.rules.source.Sources;
import dev.plantwright.engine.rules.store.Journal;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.parse.StatementParser;
import dev.plantwright.sql.plan.Plan;
import dev.plantwright.sql.plan.PlanOptions;
import dev.plantwright.sql.plan.Planned;
import dev.plantwright.sql.plan.Planner;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All streams and rules of the engine. One thread; what it answers is on disk. */
public final class RuleBook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);

  private final Journal journal;
  private final Streams streams;
  private final Sources sources;
  private final Sinks sinks;
  private final InstantSource clock;
  private final Map<String, RuleEntry> rules = new TreeMap<>();

  public RuleBook(Journal journal, Sources sources, Sinks sinks, InstantSource clock) {
    this.journal = journal;
    this.streams = new Streams(journal);
    this.sources = sources;
    this.sinks = sinks;
    this.clock = clock;
  }

  /** Comes back with the rules that were there, running those that ran. */
  public void restore() {
    for (Journal.Entry entry : journal.entries()) {
      if (entry.kind().equals("rule")) {
        restore(entry);
      }
    }
    LOG.info("{} streams, {} rules", streams.names().size(), rules.size());
  }

  private void restore(Journal.Entry entry) {
    try {
      RuleDefinition definition = RuleDefinition.parse(entry.text(), Optional.of(entry.name()));
      RuleEntry rule = new RuleEntry(definition);
      rules.put(definition.id(), rule);
      if (entry.active()) {
        startOrFail(rule);
      }
    } catch (GoProblem e) {
      LOG.error("the rule {} cannot be read any more: {}", entry.name(), e.getMessage());
    }
  }

  public Streams streams() {
    return streams;
  }

  /** Is a stream held by a rule that runs? */
  public boolean isInUse(String stream) {
    return rules.values().stream().anyMatch(rule -> rule.holds(stream));
  }

  /** By id. */
  public Collection<RuleEntry> rules() {
    return List.copyOf(rules.values());
  }

  public Optional<RuleEntry> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** Reads a rule's text with the checks that need nothing else. */
  public RuleDefinition read(String text, Optional<String> pathId) {
    RuleDefinition rule = RuleDefinition.parse(text, pathId);
    if (StatementParser.parseSelect(rule.sql())
        instanceof Parsed.Failed<Statement.Select>(var problems)) {
      throw GoProblem.general(
          "invalid rule json: Parse SQL %s error: %s."
              .formatted(rule.sql(), problems.getFirst().productText()));
    }
    return rule;
  }

  /** Makes a rule, and starts it unless it says otherwise. */
  public String create(String text) {
    RuleDefinition rule = read(text, Optional.empty());
    if (rules.containsKey(rule.id())) {
      throw GoProblem.general("rule " + rule.id() + " already exists");
    }
    Prepared prepared = prepare(rule);
    keep(rule, rule.triggered());
    RuleEntry entry = new RuleEntry(rule);
    rules.put(rule.id(), entry);
    if (rule.triggered()) {
      start(entry, prepared);
    }
    return rule.id();
  }

  /** Replaces a rule, or makes it. */
  public void update(String id, String text) {
    RuleDefinition rule = read(text, Optional.of(id));
    if (!rule.id().equals(id)) {
      throw GoProblem.general(
          "rule id in the body %s does not match the id %s in the path".formatted(rule.id(), id));
    }
    Prepared prepared = prepare(rule);
    RuleEntry entry = rules.computeIfAbsent(id, i -> new RuleEntry(rule));
    entry.stop(clock.millis());
    entry.define(rule);
    keep(rule, rule.triggered());
    if (rule.triggered()) {
      start(entry, prepared);
    }
  }

  private record Prepared(Plan plan, Source source, List<Action> actions) {}

  private Prepared prepare(RuleDefinition rule) {
    rule.options()
        .notYet()
        .ifPresent(
            name -> {
              throw GoProblem.general("not supported yet: option " + name);
            });
    Plan plan = plan(rule);
    boolean temporary = plan.source().options().isTrue("TEMP");
    if (temporary && !rule.temporary()) {
      throw GoProblem.general(
          "temp stream %s can only be used by temp rules".formatted(plan.source().name()));
    }
    List<Action> actions = sinks.of(rule);
    return new Prepared(plan, sources.of(plan.source(), rule.id()), actions);
  }

  /** Names of the streams and tables that a rule reads; those that are missing are a problem. */
  public List<String> sources(RuleDefinition rule) {
    if (!(StatementParser.parseSelect(rule.sql())
        instanceof Parsed.Ok<Statement.Select>(var select))) {
      return List.of();
    }
    List<String> names =
        Stream.concat(
                Stream.of(select.from().name()),
                select.joins().stream().map(join -> join.source().name()))
            .toList();
    for (String name : names) {
      if (streams.find(name).isEmpty()) {
        throw GoProblem.general(name + " is not found");
      }
    }
    return names;
  }

  /** The plan of a rule, or what the product says about it. */
  public Plan plan(RuleDefinition rule) {
    var options = rule.options();
    PlanOptions planOptions =
        new PlanOptions(
            options.eventTime(),
            options.lateTolerance(),
            options.sendNull(),
            options.sendMetadata());
    return switch (Planner.plan(rule.sql(), streams, planOptions)) {
      case Planned.Ok(Plan plan) -> plan;
      case Planned.Failed(var problems) ->
          throw GoProblem.general(problems.getFirst().productText());
    };
  }

  private void keep(RuleDefinition rule, boolean active) {
    journal.put(new Journal.Entry("rule", rule.id(), rule.text(), active));
  }

  private void start(RuleEntry entry, Prepared prepared) {
    RuleDefinition rule = entry.definition();
    RuleFlow flow =
        new RuleFlow(
            rule.id(),
            prepared.plan(),
            prepared.source(),
            prepared.actions(),
            rule.options().bufferLength(),
            clock);
    flow.start();
    entry.started(flow, prepared.plan(), clock.millis());
  }

  private void startOrFail(RuleEntry entry) {
    try {
      start(entry, prepare(entry.definition()));
    } catch (GoProblem e) {
      entry.failed(e.getMessage(), clock.millis());
    }
  }

  /** Starts a rule; one that runs goes on. */
  public void start(RuleEntry entry) {
    if (!entry.isRunning()) {
      entry.stop(clock.millis());
      start(entry, prepare(entry.definition()));
    }
    trigger(entry, true);
  }

  public void stop(RuleEntry entry) {
    entry.stop(clock.millis());
    trigger(entry, false);
  }

  public void restart(RuleEntry entry) {
    entry.stop(clock.millis());
    start(entry, prepare(entry.definition()));
    trigger(entry, true);
  }

  private void trigger(RuleEntry entry, boolean active) {
    entry.define(RuleTexts.triggered(entry.definition(), active));
    keep(entry.definition(), active);
  }

  /** Changes the tags of a rule. */
  public void tag(RuleEntry entry, List<String> tags) {
    entry.define(RuleTexts.tagged(entry.definition(), tags));
    keep(entry.definition(), entry.isRunning());
  }

  public void delete(RuleEntry entry) {
    entry.stop(clock.millis());
    journal.drop("rule", entry.definition().id());
    rules.remove(entry.definition().id());
  }

  @Override
  public void close() {
    rules.values().forEach(RuleEntry::abandon);
    journal.close();
  }
}
