package dev.plantwright.engine.gateway.driver.modbus;

import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Settings;
import dev.plantwright.field.modbus.NodeOrder;
import java.util.Optional;

/**
 * Settings of a {@code Modbus TCP} node; times in ms.
 *
 * @param pause between two requests
 * @param degradeCycles silent cycles of a unit after which it is left alone for a while
 * @param degradeMillis for how long; 0: 1 s first, then twice as long each time
 */
record ModbusSettings(
    Endpoint endpoint,
    Optional<Endpoint> backup,
    long timeout,
    long pause,
    int retries,
    long retryPause,
    NodeOrder order,
    int base,
    int degradeCycles,
    long degradeMillis) {
  private static final long LAST_PORT = 65535;
  private static final int DEGRADE_CYCLES = 2;
  private static final long DEGRADE_SECONDS = 600;

  /**
   * @param port 0 if what was given is no port: such a node never connects
   */
  record Endpoint(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  static ModbusSettings of(Settings settings) throws Refusal {
    String host = settings.requiredText("host");
    long port = settings.requiredNumber("port");
    long mode = settings.requiredNumber("connection_mode");
    long timeout = settings.requiredNumber("timeout");
    long pause = settings.requiredNumber("interval");
    long retries = settings.requiredNumber("max_retries");
    refuse(mode != 0, "Waiting for devices to connect (connection_mode 1) is not supported yet.");
    refuse(
        settings.number("transport_mode", 0) != 0, "UDP (transport_mode 1) is not supported yet.");
    refuse(timeout <= 0, "The timeout must be at least 1 ms.");
    refuse(pause < 0 || retries < 0, "Times and retries cannot be negative.");
    boolean degrade = settings.number("device_degrade", 0) == 1;
    return new ModbusSettings(
        endpoint(host, port),
        settings.text("backup_host").map(at -> endpoint(at, settings.number("backup_port", 502))),
        timeout,
        pause,
        (int) Math.min(retries, 10),
        Math.max(0, settings.number("retry_interval", 0)),
        NodeOrder.ofSettings(
            (int) settings.number("endianess", 1), (int) settings.number("endianess_64", 1)),
        settings.number("address_base", 1) == 0 ? 0 : 1,
        degrade ? (int) Math.max(1, settings.number("degrade_cycle", 2)) : DEGRADE_CYCLES,
        degrade ? 1000 * settings.number("degrade_time", DEGRADE_SECONDS) : 0);
  }

  private static Endpoint endpoint(String host, long port) {
    return new Endpoint(host, port >= 1 && port <= LAST_PORT ? (int) port : 0);
  }

  private static void refuse(boolean bad, String message) throws Refusal {
    if (bad) {
      throw new Refusal(Code.SETTINGS_REFUSED, message);
    }
  }
}
