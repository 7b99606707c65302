package dev.plantwright.engine.rules.source;

import dev.plantwright.engine.broker.LocalClients;
import dev.plantwright.engine.rules.definition.GoProblem;
import dev.plantwright.engine.rules.flow.Source;
import dev.plantwright.sql.ast.Statement;
import java.time.InstantSource;

/** Makes the sources of rules; a new type is a case here. */
public final class Sources {
  private final LocalClients clients;
  private final String user;
  private final MemoryBus bus;
  private final InstantSource clock;

  /**
   * Sources of one engine.
   *
   * @param user name under which they read the engine's own broker
   */
  public Sources(LocalClients clients, String user, MemoryBus bus, InstantSource clock) {
    this.clients = clients;
    this.user = user;
    this.bus = bus;
    this.clock = clock;
  }

  /**
   * The source of a stream for one rule.
   *
   * @throws GoProblem when it cannot be made
   */
  public Source of(Statement.Create stream, String ruleId) {
    String configuration =
        stream.options().get("CONF_KEY").or(() -> stream.options().get("EXTRA")).orElse("");
    if (!configuration.isEmpty()) {
      throw GoProblem.general(
          "not supported yet: CONF_KEY and EXTRA of a stream; a stream without them reads the"
              + " engine's own broker");
    }
    String filter = stream.options().datasource();
    return switch (stream.type().toLowerCase(java.util.Locale.ROOT)) {
      case "mqtt" ->
          new OwnBrokerSource(clients, "rule/" + ruleId + "/" + stream.name(), user, filter, clock);
      case "memory" -> new MemorySource(bus, filter);
      default -> throw GoProblem.general("not supported yet: TYPE " + stream.type());
    };
  }
}
