package dev.plantwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.read.PlantReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantMeaningsTest {
  @TempDir Path folder;

  @Test
  void unitsLimitsLevelsTagsAndWordsComeFromThePlant() throws IOException {
    write("plant.json", "{\"name\":\"test\",\"version\":1}");
    write(
        "namespace/model.json",
        """
        {"nodes":{"acme":{"level":"enterprise","children":{"filler":{"level":"cell","type":"filler"}}}},
         "types":{"filler":{"title":"Filler","values":{
           "temperature":{"unit":"°C","low":60.0,"high":80.0},
           "state":{"states":{"3":"PRODUCING"}}}}}}\
        """);
    write(
        "gateways/filler/node.json",
        "{\"plugin\":\"Modbus TCP\",\"type\":\"driver\",\"params\":{},"
            + "\"groups\":{\"process\":{\"interval\":500}}}");
    write(
        "gateways/filler/tags.csv",
        """
        group,name,address,attribute,type,precision,decimal,bias,unit,description
        process,temperature,1!400001#LB,Read,FLOAT,1,,,K,
        process,speed,1!400003,Read,INT16,,,,bottles/h,
        """);
    write(
        "gateways/mqtt/node.json",
        "{\"plugin\":\"MQTT\",\"type\":\"app\",\"params\":{},\"subscriptions\":["
            + "{\"driver\":\"filler\",\"group\":\"process\",\"topic\":\"acme/filler\"}]}");

    var read = PlantReader.read(folder);
    Meanings meanings = Meanings.of(read.plant());
    Meaning temperature = meanings.of("acme/filler/temperature");
    assertThat(temperature.unit()).as("%s", read.problems()).isEqualTo("°C");
    assertThat(temperature.high()).hasValue(80);
    assertThat(temperature.decimals()).isEqualTo(OptionalInt.of(1));
    assertThat(temperature.tag()).contains(new Meaning.Tag("filler", "process", "temperature"));
    assertThat(temperature.beyond(new Value.Real(83.4))).contains("above high limit 80.0");
    assertThat(temperature.beyond(new Value.Whole(50))).contains("below low limit 60.0");
    assertThat(temperature.beyond(new Value.Real(70))).isEmpty();
    assertThat(temperature.beyond(Value.MISSING)).isEmpty();
    assertThat(meanings.of("acme/filler/speed").unit()).isEqualTo("bottles/h");
    assertThat(meanings.of("acme/filler/state").show(new Value.Whole(3))).isEqualTo("PRODUCING");
    assertThat(meanings.of("acme/filler/state").show(new Value.Whole(9))).isEqualTo("9");
    assertThat(meanings.of("acme/filler").level()).contains(Meaning.Level.CELL);
    assertThat(meanings.of("nowhere")).isEqualTo(Meaning.UNKNOWN);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
