package dev.plantwright.plant.check;

import dev.plantwright.plant.Node;
import dev.plantwright.plant.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the plugins of gateways. */
public final class Plugins {
  /** Error number of field for an address that is right, but not for the type. */
  static final int TYPE_DOES_NOT_FIT = 2204;

  private static final List<String> MODBUS = List.of("Modbus TCP", "Modbus RTU");
  private static final List<String> DRIVERS =
      List.of(
          "Modbus TCP",
          "Modbus RTU",
          "OPC UA",
          "Siemens S7 ISOTCP",
          "Siemens S7 ISOTCP for 300/400",
          "EtherNet/IP(CIP)",
          "BACnet/IP",
          "IEC60870-5-104",
          "IEC61850",
          "Omron FINS",
          "Mitsubishi 3E",
          "Mitsubishi 1E",
          "Beckhoff ADS",
          "KNXnet/IP",
          "DLT645-2007",
          "Fanuc Focas Ethernet",
          "Profinet",
          "Siemens FetchWrite",
          "HJ212-2017",
          "NON A11",
          "File",
          "PLC4X");
  private static final List<String> APPS =
      List.of(
          "MQTT", "eKuiper", "SparkPlugB", "WebSocket", "AWS IoT", "Azure IoT", "Kafka", "Monitor");
  private static final Map<String, String> SCHEMAS =
      Map.of("Modbus TCP", "modbus-tcp", "MQTT", "mqtt");

  private Plugins() {}

  /** Names of plugins that read devices. */
  public static List<String> drivers() {
    return DRIVERS;
  }

  /** Names of plugins that publish. */
  public static List<String> apps() {
    return APPS;
  }

  static List<String> all() {
    List<String> all = new ArrayList<>(DRIVERS);
    all.addAll(APPS);
    return all;
  }

  /** Whether tags of a plugin have addresses such as {@code 1!400001}. */
  public static boolean hasModbusAddresses(String plugin) {
    return MODBUS.contains(plugin);
  }

  /** The number of the first address of a Modbus node: 1 unless its settings say 0. */
  public static int addressBase(Node.Driver node) {
    return node.params()
        .number("address_base")
        .filter(n -> n.signum() == 0)
        .map(BigDecimal::intValue)
        .orElse(1);
  }

  /** The shape of the settings of a plugin, if it is known. */
  public static Optional<Schema> schema(String plugin) {
    return Optional.ofNullable(SCHEMAS.get(plugin)).map(Schema::of);
  }
}
