package dev.plantwright.plant;

import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small plant in a folder, without problems until a test writes some. */
public final class PlantOnDisk {
  public static final String HEADER =
      "group,name,address,attribute,type,precision,decimal,bias,unit,description\n";
  public static final String FILLER =
      """
      {
        "plugin": "Modbus TCP",
        "type": "driver",
        "params": {
          "host": "127.0.0.1",
          "port": "${device.filler.port}",
          "connection_mode": 0,
          "timeout": 1000,
          "interval": 0,
          "max_retries": 0
        },
        "groups": {
          "process": {"interval": 500},
          "counters": {"interval": 1000}
        }
      }
      """;
  public static final String MQTT =
      """
      {
        "plugin": "MQTT",
        "type": "app",
        "params": {
          "client-id": "test",
          "host": "${site.mqtt.host}",
          "port": "${site.mqtt.port}",
          "format": 0,
          "write-req-topic": "w/req",
          "write-resp-topic": "w/resp"
        },
        "subscriptions": [
          {"driver": "filler", "group": "process", "topic": "acme/line1/filler"}
        ]
      }
      """;

  private final Path folder;

  public PlantOnDisk(Path folder) {
    this.folder = folder;
    with("plant.json", "{\"name\": \"test\", \"version\": 1}\n");
    with(
        "simulation/filler.json",
        """
        {
          "protocol": "Modbus TCP",
          "port": 1502,
          "points": {
            "temperature": {
              "address": "1!400001",
              "type": "FLOAT",
              "behaviour": {"kind": "constant", "value": 70}
            }
          }
        }
        """);
    with("gateways/filler/node.json", FILLER);
    with(
        "gateways/filler/tags.csv",
        HEADER
            + "process,temperature,1!400001,Read,FLOAT,1,,,°C,In the bowl\n"
            + "process,speed,1!400003,Read Write,UINT16,,0.1,,1/min,\n");
    with("gateways/mqtt/node.json", MQTT);
    with(
        "namespace/model.json",
        """
        {
          "nodes": {"acme": {"level": "enterprise", "children": {
            "line1": {"level": "line", "children": {
              "filler": {"level": "cell", "type": "filler"}}}}}},
          "types": {"filler": {"values": {"temperature": {"unit": "°C", "low": 60, "high": 80}}}}
        }
        """);
    with(
        "streams/filler.sql",
        "CREATE STREAM filler () WITH (DATASOURCE=\"acme/line1/filler\", FORMAT=\"json\");\n");
    with(
        "rules/hot.json",
        """
        {
          "id": "hot",
          "sql": "SELECT * FROM filler",
          "actions": [{"log": {}}]
        }
        """);
    with(
        "charts/line1.json",
        """
        {
          "title": "Line 1",
          "range_s": 300,
          "axes": [{"id": "temp", "side": "left", "unit": "°C"}],
          "series": [{"topic": "acme/line1/filler", "member": "temperature", "axis": "temp"}]
        }
        """);
    with("sites/local.json", "{\"kind\": \"local\"}\n");
  }

  public Path folder() {
    return folder;
  }

  public PlantOnDisk with(String path, String text) {
    return with(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public PlantOnDisk with(String path, byte[] bytes) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PlantOnDisk without(String path) {
    try {
      Files.delete(folder.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a piece of a file that must be in it. */
  public PlantOnDisk replacing(String path, String old, String fresh) {
    try {
      String text = Files.readString(folder.resolve(path));
      if (!text.contains(old)) {
        throw new IllegalArgumentException(path + " lacks " + old);
      }
      return with(path, text.replace(old, fresh));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PlantRead read() {
    return PlantReader.read(folder);
  }

  public List<Problem> problems() {
    return read().problems();
  }
}
