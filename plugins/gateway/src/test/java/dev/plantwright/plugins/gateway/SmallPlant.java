package dev.plantwright.plugins.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bottling line with a filler, written to a folder. */
public final class SmallPlant {
  public static final String TAGS =
      """
      group,name,address,attribute,type,precision,decimal,bias,unit,description
      process,temperature,1!400001#LB,Read,FLOAT,1,,,°C,Product temperature
      process,product_temp,1!400003#LB,Read,FLOAT,1,,,°C,
      # pressure is measured twice
      process,pressure,1!400005#LL,Read,FLOAT,2,,,bar,"In the bowl, above ambient"
      process,co2_level,1!400007,Read,INT16,1,0.1,,g/l,
      process,fill_volume,1!400008,Read,UINT16,1,0.1,,ml,
      process,fill_volume_sp,1!400008,Read Write,UINT16,1,0.1,,ml,
      process,speed,1!400009,Read,UINT32,,,,bottles/h,
      process,valve_1_open,1!400011.0,Read,BIT,,,,,
      process,state,1!400012.16H,Read,STRING,,,,,
      process,offset_of_closing_head_to_reference_mark,1!400020,Read,INT32,,,,,
      counters,rejects,1!300001,Read,UINT16,,,,pcs,
      counters,runtime,1!300003,Read,UINT32,1,0.1,,h,
      counters,motor_current,1!300009,Read,UINT16,,0.01,,A,
      recipe,recipe_no,1!400101,Read Write,UINT16,,,,,
      recipe,temp_setpoint,1!400103#LB,Read Write,FLOAT,1,,,°C,
      recipe,speed_setpoint,1!400105,Read Write,UINT16,,10,,bottles/h,
      """;

  private SmallPlant() {}

  public static void write(Path folder) {
    file(folder, "plant.json", "{\"name\":\"bottling-line\",\"version\":1}");
    device(folder, "filler", "10.0.12.21", TAGS);
    device(
        folder,
        "energy_meter",
        "10.0.12.40",
        "group,name,address,attribute,type\nprocess,power,1!300001,Read,FLOAT\n");
    device(
        folder,
        "palletizer",
        "10.0.12.41",
        "group,name,address,attribute,type\nprocess,layer,1!300001,Read,UINT16\n");
    file(
        folder,
        "gateways/mqtt/node.json",
        """
        {"plugin":"MQTT","type":"app","params":{"host":"${site.mqtt.host}"},
         "subscriptions":[
           {"driver":"filler","group":"process","topic":"acme/line1/filler"},
           {"driver":"filler","group":"counters","topic":"acme/line1/filler"}]}
        """);
  }

  private static void device(Path folder, String name, String host, String tags) {
    file(
        folder,
        "gateways/" + name + "/node.json",
        """
        {"plugin":"Modbus TCP","type":"driver",
         "params":{"connection_mode":0,"transport_mode":0,"host":"%s","port":502,"timeout":3000,
           "interval":0,"endianess":1,"endianess_64":1,"address_base":1},
         "groups":{"process":{"interval":500},"counters":{"interval":1000},"recipe":{"interval":5000}}}
        """
            .formatted(host));
    file(folder, "gateways/" + name + "/tags.csv", tags);
  }

  static void file(Path folder, String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
