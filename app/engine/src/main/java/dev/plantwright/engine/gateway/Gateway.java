package dev.plantwright.engine.gateway;

import dev.plantwright.engine.Door;
import dev.plantwright.engine.EngineContext;
import dev.plantwright.engine.EnginePart;
import dev.plantwright.engine.InspectRoute;
import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.driver.DeviceDriver;
import dev.plantwright.engine.gateway.driver.modbus.ModbusTcpDriver;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.north.MqttPlugin;
import dev.plantwright.engine.gateway.north.NorthPlugin;
import dev.plantwright.engine.gateway.rest.NeuronDoor;
import dev.plantwright.engine.gateway.store.GatewayStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The gateway as a part of the engine. Here drivers and applications are named: a new one is added
 * to one of the two lists.
 */
public final class Gateway implements EnginePart {
  private final EngineContext context;
  private final List<DeviceDriver> drivers;
  private final List<NorthPlugin> apps;
  private GatewayCore core;
  private NeuronDoor door;

  /**
   * @param ownBroker whether a host and port are the engine's own broker, which is then reached in
   *     process; asked whenever an application starts
   */
  public Gateway(EngineContext context, BiPredicate<String, Integer> ownBroker) {
    this.context = context;
    this.drivers = List.of(new ModbusTcpDriver(context.clock()));
    this.apps =
        List.of(
            new MqttPlugin(
                context.clients(), context.credentials().mqtt(), ownBroker, context.clock()));
  }

  @Override
  public void start() {
    try {
      GatewayStore store = new GatewayStore(context.dir().resolve("gateway.db"));
      core = new GatewayCore(store, drivers, apps, context.clock());
      core.start();
      door =
          new NeuronDoor(
              core,
              context.vertx(),
              context.dir(),
              context.credentials().neuron(),
              context.clock());
    } catch (SQLException e) {
      throw new UncheckedIOException(
          new IOException("The gateway's file in " + context.dir() + " cannot be opened.", e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Refusal e) {
      throw new IllegalStateException("The gateway does not start: " + e.getMessage(), e);
    }
  }

  @Override
  public List<Door> doors() {
    return List.of(door);
  }

  @Override
  public List<InspectRoute> inspectRoutes() {
    return new GatewayPages(core, context.clock()).routes();
  }

  @Override
  public void close() {
    if (core != null) {
      core.close();
    }
    drivers.forEach(DeviceDriver::close);
  }
}
