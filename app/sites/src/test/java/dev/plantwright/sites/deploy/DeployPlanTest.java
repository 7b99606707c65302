package dev.plantwright.sites.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.read.PlantReader;
import dev.plantwright.plant.variables.VariableValues;
import dev.plantwright.sites.FakeDoor;
import dev.plantwright.sites.deploy.Change.Kind;
import dev.plantwright.sites.doors.Doors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class DeployPlanTest {
  private static final String HEAD =
      "group,name,address,attribute,type,precision,decimal,bias,unit,description\n";

  @TempDir private Path plant;

  private final FakeSite fake = new FakeSite();
  private final Doors doors = new Doors(fake.site());
  private final VariableValues secrets = VariableValues.of(Map.of("secret:plc", "12345"));

  @BeforeEach
  void plant() throws IOException {
    write("plant.json", "{\"name\": \"p\", \"version\": 1}");
    write(
        "gateways/filler/node.json",
        """
        {"plugin": "Modbus TCP", "type": "driver",
         "params": {"connection_mode": 0, "transport_mode": 0, "host": "127.0.0.1",
                    "port": "${device.filler.port}", "timeout": 1000, "interval": 0,
                    "max_retries": 0},
         "groups": {"process": {"interval": 500}}}
        """);
    write(
        "gateways/filler/tags.csv",
        HEAD
            + "process,temperature,1!400001,Read,INT16,,0.1,,°C,\n"
            + "process,on,1!000001,Read,BIT,,,,,\n");
    write(
        "gateways/mqtt/node.json",
        """
        {"plugin": "MQTT", "type": "app",
         "params": {"client-id": "p", "qos": 0, "format": 0, "write-req-topic": "a",
                    "write-resp-topic": "b", "offline-cache": false, "ssl": false,
                    "host": "${site.mqtt.host}", "port": "${site.mqtt.port}",
                    "username": "${site.mqtt.user}", "password": "${site.mqtt.password}"},
         "subscriptions": [{"driver": "filler", "group": "process", "topic": "acme/filler"}]}
        """);
    write(
        "streams/filler.sql",
        "CREATE STREAM filler () WITH (DATASOURCE=\"acme/filler\", FORMAT=\"json\","
            + " TYPE=\"mqtt\");\n");
    write(
        "rules/hot.json",
        """
        {"id": "hot", "sql": "SELECT * FROM filler WHERE values->temperature > 80",
         "actions": [{"mqtt": {"server": "tcp://${site.mqtt.host}:${site.mqtt.port}",
                               "username": "${site.mqtt.user}",
                               "password": "${site.mqtt.password}", "topic": "alarm"}}]}
        """);
    write(
        "simulation/filler.json", "{\"protocol\": \"Modbus TCP\", \"port\": 1502, \"points\": {}}");
    write(".plantwright/devices.json", "{\"control\":1,\"devices\":{\"filler\":41502}}");
  }

  @AfterEach
  void end() {
    doors.close();
    fake.close();
  }

  private void write(String file, String text) throws IOException {
    Path path = plant.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private DeployPlan plan() {
    return DeployPlan.between(
        PlantReader.read(plant), doors, SiteVariables.of(fake.site(), plant, secrets));
  }

  private void deploy() {
    Outcome outcome = plan().apply(change -> {});
    assertThat(outcome.stopped()).isEmpty();
  }

  private static List<String> lines(List<Change> changes) {
    return changes.stream().map(Change::toString).toList();
  }

  private List<String> work() {
    return lines(plan().changes().stream().filter(c -> c.kind() != Kind.SAME).toList());
  }

  @Test
  void makesEverythingOnAnEmptySiteFromTheOutsideIn() {
    assertThat(work())
        .containsExactly(
            "added neuron node:filler",
            "added neuron group:filler/process",
            "added neuron tag:filler/process/temperature",
            "added neuron tag:filler/process/on",
            "added neuron setting:filler",
            "added neuron node:mqtt",
            "added neuron setting:mqtt",
            "added neuron subscription:mqtt/filler/process",
            "added ekuiper stream:filler",
            "added ekuiper rule:hot");
    deploy();
    assertThat(fake.nodes.path("filler").path("params").path("port").asInt(0)).isEqualTo(41502);
    assertThat(fake.nodes.path("mqtt").path("params").path("password").asString(""))
        .isEqualTo("geheim");
    assertThat(fake.rules.get("hot")).contains("tcp://broker.example:11883");
  }

  @Test
  void findsNothingToDoTheSecondTime() {
    deploy();
    DeployPlan second = plan();
    assertThat(second.changes()).extracting(Change::kind).containsOnly(Kind.SAME);
    assertThat(second.isDone()).isTrue();
    assertThat(second.verify()).isEmpty();
  }

  @Test
  void showsVariablesAsVariablesAndNoPasswords() {
    deploy();
    ((ObjectNode) fake.nodes.path("mqtt").path("params")).put("password", "another");
    Change changed =
        plan().changes().stream().filter(c -> c.kind() == Kind.CHANGED).findFirst().orElseThrow();
    assertThat(changed).hasToString("changed neuron setting:mqtt password differs");
    assertThat(changed.before().orElseThrow())
        .contains("${site.mqtt.host}", "${site.mqtt.port}")
        .doesNotContain("another", "geheim");
    assertThat(changed.after().orElseThrow()).contains("${site.mqtt.password}");
  }

  @Test
  void changesOnlyTheTagThatChanged() throws IOException {
    deploy();
    int before = fake.gateway.requests().size();
    write(
        "gateways/filler/tags.csv",
        HEAD
            + "process,temperature,1!400007,Read,INT16,,0.1,,°C,\n"
            + "process,on,1!000001,Read,BIT,,,,,\n");
    assertThat(work())
        .containsExactly(
            "changed neuron tag:filler/process/temperature address 1!400007, was 1!400001");
    deploy();
    assertThat(fake.gateway.requests().stream().skip(before).map(FakeDoor.Request::line))
        .filteredOn(line -> !line.startsWith("GET"))
        .containsExactly("PUT /api/v2/tags");
    assertThat(work()).isEmpty();
  }

  @Test
  void removesWhatItOnceDeployedAndLeavesTheRestAlone() throws IOException {
    deploy();
    doors.neuron().addGroup("filler", "by hand", 1000);
    doors.neuron().addNode("other", "Modbus TCP");
    write("gateways/filler/tags.csv", HEAD + "process,temperature,1!400001,Read,INT16,,0.1,,°C,\n");
    Files.delete(plant.resolve("rules/hot.json"));
    DeployPlan plan = plan();
    assertThat(work())
        .containsExactly("removed neuron tag:filler/process/on", "removed ekuiper rule:hot");
    assertThat(plan.foreign())
        .containsExactly(Thing.group("filler", "by hand"), Thing.node("other"));
    deploy();
    assertThat(fake.rules).isEmpty();
    assertThat(fake.nodes.has("other")).isTrue();
    assertThat(work()).isEmpty();
  }

  @Test
  void removesANodeWithAllThatIsInIt() throws IOException {
    deploy();
    Files.delete(plant.resolve("gateways/filler/node.json"));
    Files.delete(plant.resolve("gateways/filler/tags.csv"));
    write(
        "gateways/mqtt/node.json",
        Files.readString(plant.resolve("gateways/mqtt/node.json"))
            .replaceAll("\\{\"driver\": [^}]*}", ""));
    assertThat(work()).containsExactly("removed neuron node:filler");
  }

  @Test
  void neverRemovesWhatAFileWithErrorsSeemsToHaveLost() throws IOException {
    deploy();
    write(
        "gateways/filler/tags.csv",
        HEAD
            + "process,temperature,1!4x,Read,INT16,,0.1,,°C,\nprocess,on,1!000001,Read,BIT,,,,,\n");
    write("rules/hot.json", "{ this is no JSON");
    DeployPlan plan = plan();
    assertThat(plan.hasRefusals()).isTrue();
    assertThat(plan.changes()).extracting(Change::kind).containsOnly(Kind.SAME, Kind.REFUSED);
    assertThat(lines(plan.changes()))
        .anyMatch(line -> line.startsWith("refused neuron tag:filler/line 2 "))
        .contains(
            "refused neuron tag:filler/process/temperature its file has errors, so it stays as it"
                + " is")
        .anyMatch(line -> line.startsWith("refused ekuiper rule:hot "));
    deploy();
    assertThat(fake.rules).containsKey("hot");
    assertThat(fake.nodes.at("/filler/groups/process/tags").has("temperature")).isTrue();
  }

  @Test
  void refusesWhatTheGatewayHasNoPluginFor() throws IOException {
    write(
        "gateways/filler/node.json",
        Files.readString(plant.resolve("gateways/filler/node.json"))
            .replace("Modbus TCP", "PLC4X"));
    assertThat(work())
        .contains(
            "refused neuron node:filler the gateway has no plugin PLC4X",
            "refused neuron group:filler/process node:filler is refused",
            "refused neuron subscription:mqtt/filler/process node:filler is refused",
            "added neuron node:mqtt");
  }

  @Test
  void refusesWhatTheSiteHasNoValueFor() throws IOException {
    Files.delete(plant.resolve(".plantwright/devices.json"));
    assertThat(work())
        .contains("refused neuron setting:filler the site has no value for ${device.filler.port}");
  }

  @Test
  void stopsAtTheFirstFailureAndGoesOnFromThereTheNextTime() {
    fake.broken = "PUT /rules";
    Outcome outcome = plan().apply(change -> {});
    assertThat(outcome.stopped().orElseThrow())
        .startsWith("Stopped at rule:hot: Rule hot: no room left");
    assertThat(outcome.done()).hasSize(9);
    fake.broken = "nothing";
    assertThat(work()).containsExactly("added ekuiper rule:hot");
    deploy();
    assertThat(work()).isEmpty();
  }

  @Test
  void makesANodeAnewWhenItsPluginChanges() throws IOException {
    deploy();
    ((ObjectNode) fake.nodes.path("filler")).put("plugin", "File");
    assertThat(work())
        .containsExactly(
            "changed neuron node:filler another plugin, so the node is made anew",
            "added neuron group:filler/process",
            "added neuron tag:filler/process/temperature",
            "added neuron tag:filler/process/on",
            "added neuron setting:filler",
            "added neuron subscription:mqtt/filler/process");
  }
}
