package dev.plantwright.engine.rules;

import dev.plantwright.engine.Credentials;
import dev.plantwright.engine.Door;
import dev.plantwright.engine.EngineContext;
import dev.plantwright.engine.EnginePart;
import dev.plantwright.engine.InspectRoute;
import dev.plantwright.engine.rules.book.RuleBook;
import dev.plantwright.engine.rules.door.EkuiperDoor;
import dev.plantwright.engine.rules.door.Owner;
import dev.plantwright.engine.rules.sink.Sinks;
import dev.plantwright.engine.rules.source.MemoryBus;
import dev.plantwright.engine.rules.source.Sources;
import dev.plantwright.engine.rules.store.Journal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rule engine: streams, rules and the eKuiper door. */
public final class Rules implements EnginePart {
  private final EngineContext context;
  private final Owner owner = new Owner();
  private final RuleBook book;
  private final EkuiperDoor door;

  /** Reads what was there; runs nothing yet. */
  public Rules(EngineContext context) {
    this.context = context;
    MemoryBus bus = new MemoryBus();
    String user = context.credentials().mqtt().map(Credentials.Login::user).orElse("anonymous");
    this.book =
        new RuleBook(
            Journal.open(context.dir()),
            new Sources(context.clients(), user, bus, context.clock()),
            new Sinks(bus, context.clock()),
            context.clock());
    this.door = new EkuiperDoor(context.vertx(), owner, book, context.clock());
  }

  @Override
  public void start() {
    owner.run(book::restore);
  }

  @Override
  public List<Door> doors() {
    return List.of(door);
  }

  /** {@code /rules}: state and counters of all rules. */
  @Override
  public List<InspectRoute> inspectRoutes() {
    return List.of(new InspectRoute("/rules", parameters -> owner.call(this::overview)));
  }

  private Map<String, Object> overview() {
    Map<String, Object> rules = new TreeMap<>();
    book.rules().forEach(rule -> rules.put(rule.definition().id(), rule.status()));
    return rules;
  }

  @Override
  public void close() {
    owner.run(book::close);
    owner.close();
  }
}
