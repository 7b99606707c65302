package dev.plantwright.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Applications that publish to the engine's own broker. */
class MqttNodeTest {
  private static final int BROKER = 1883;

  @TempDir Path dir;
  private final TestBroker broker = new TestBroker();
  private TestGateway gateway;
  private ModbusPeer device;

  @BeforeEach
  void start() throws Exception {
    device = new ModbusPeer();
    device.set(1, "000b");
    device.set(3, "3fc00000");
    gateway = new TestGateway(dir, broker, BROKER).login();
    String params =
        "{\"host\":\"127.0.0.1\",\"port\":%d,\"connection_mode\":0,\"transport_mode\":0,\"interval\":0,\"timeout\":500,\"max_retries\":0}"
            .formatted(device.port);
    done("/node", "{\"name\":\"m\",\"plugin\":\"Modbus TCP\",\"params\":" + params + "}");
    done("/group", "{\"node\":\"m\",\"group\":\"g\",\"interval\":50}");
    done(
        "/tags",
        """
        {"node":"m","group":"g","tags":[
          {"name":"i","address":"1!400001","type":3,"attribute":3},
          {"name":"f","address":"1!400003","type":9,"attribute":3,"precision":2},
          {"name":"bad","address":"1!409001","type":3,"attribute":1},
          {"name":"wo","address":"1!400009","type":3,"attribute":2},
          {"name":"sub","address":"1!400010","type":3,"attribute":4}]}\
        """);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    device.close();
  }

  @Test
  void valuesAreUploadedWithErrorsAndStaticTags() throws Exception {
    app(0, "");
    subscribe("\"params\":{\"topic\":\"up/g\"},\"static_tags\":{\"site\":\"A\"}");
    JsonNode message = broker.last("up/g");
    assertThat(message.get("node").asString()).isEqualTo("m");
    assertThat(message.get("group").asString()).isEqualTo("g");
    assertThat(message.get("timestamp").asLong()).isPositive();
    assertThat(broker.first("up/g"))
        .endsWith(
            ",\"values\":{\"i\":11,\"f\":1.50,\"sub\":0,\"site\":\"A\"},"
                + "\"errors\":{\"bad\":3000},\"metas\":{}}");
  }

  @Test
  void tagsAreUploadedAsAList() throws Exception {
    app(1, "\"upload_err\":false,");
    subscribe("\"params\":{\"topic\":\"up/g\"}");
    assertThat(broker.first("up/g"))
        .endsWith(
            ",\"tags\":[{\"name\":\"i\",\"value\":11},{\"name\":\"f\",\"value\":1.50},"
                + "{\"name\":\"sub\",\"value\":0}]}");
  }

  @Test
  void whatIsOnlySubscribedIsToldWhenItChanges() throws Exception {
    app(0, "");
    subscribe("\"params\":{\"topic\":\"up/g\"}");
    TestGateway.until("three reports", () -> broker.on("up/g").size() >= 3);
    assertThat(broker.on("up/g").get(1).get("values").has("sub")).isFalse();
    device.set(10, "0005");
    TestGateway.until("the change", () -> told("sub") == 2);
    int reports = broker.on("up/g").size();
    TestGateway.until("one more report", () -> broker.on("up/g").size() > reports);
    assertThat(told("sub")).isEqualTo(2);
  }

  private long told(String tag) {
    return broker.on("up/g").stream().filter(one -> one.get("values").has(tag)).count();
  }

  @Test
  void withoutATopicTheNamesAreTheTopic() throws Exception {
    app(0, "");
    subscribe("\"static_tags\":{}");
    assertThat(broker.last("/neuron/q/m/g").get("group").asString()).isEqualTo("g");
  }

  @Test
  void requestsAreAnswered() throws Exception {
    app(0, "");
    TestGateway.until("it listens", () -> broker.subscribed("q/write"));
    TestGateway.until("it is read", () -> readOverRest().has("value"));
    broker.send("neuron/q/read/req", "{\"uuid\":\"1\",\"node\":\"m\",\"group\":\"g\"}");
    assertThat(broker.last("neuron/q/read/resp").get("tags").get(1).toString())
        .isEqualTo("{\"name\":\"f\",\"value\":1.5,\"transferPrecision\":2}");
    broker.send(
        "q/write", "{\"uuid\":\"2\",\"node\":\"m\",\"group\":\"g\",\"tag\":\"i\",\"value\":5}");
    assertThat(broker.last("q/answer").toString()).isEqualTo("{\"uuid\":\"2\",\"error\":0}");
    assertThat(device.holding[1]).isEqualTo((byte) 5);
    broker.send("neuron/q/read/req", "{\"uuid\":\"3\",\"node\":\"m\",\"group\":\"no\"}");
    TestGateway.until("the refusal", () -> broker.on("q/answer").size() == 2);
    assertThat(broker.on("q/answer").get(1).toString())
        .isEqualTo("{\"uuid\":\"3\",\"error\":2106}");
    broker.send("q/write", "{bad");
    broker.send("q/write", "{\"node\":\"m\",\"group\":\"g\",\"tag\":\"i\",\"value\":5}");
  }

  private JsonNode readOverRest() {
    try {
      return gateway.post("/read", "{\"node\":\"m\",\"group\":\"g\"}").body().get("tags").get(1);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void statesOfDriversAreTold() throws Exception {
    app(0, "\"upload_drv_state\":true,\"upload_drv_state_topic\":\"q/state\",");
    JsonNode states = broker.last("q/state").get("states");
    assertThat(states.size()).isEqualTo(1);
    assertThat(states.get(0).get("node").asString()).isEqualTo("m");
    assertThat(states.get(0).get("running").intValue()).isEqualTo(3);
  }

  @Test
  void aStoppedDriverUploadsNothing() throws Exception {
    app(0, "");
    subscribe("\"params\":{\"topic\":\"up/g\"}");
    broker.last("up/g");
    done("/node/ctl", "{\"node\":\"m\",\"cmd\":1}");
    assertThat(readOverRest().get("error").intValue()).isEqualTo(3010);
  }

  @Test
  void whatIsNotSupportedIsRefused() throws Exception {
    for (String bad : List.of("\"ssl\":true,", "\"format\":2,", "\"format\":4,")) {
      TestGateway.Reply reply =
          gateway.post(
              "/node", "{\"name\":\"x\",\"plugin\":\"MQTT\",\"params\":" + params(0, bad) + "}");
      assertThat(reply.body().get("error").intValue()).isEqualTo(2004);
    }
  }

  private static String params(int format, String more) {
    String settings = more.contains("\"format\"") ? "" : "\"format\":" + format + ",";
    return "{\"client-id\":\"c\","
        + settings
        + more
        + "\"write-req-topic\":\"q/write\",\"write-resp-topic\":\"q/answer\","
        + "\"offline-cache\":false,\"host\":\"127.0.0.1\",\"port\":"
        + BROKER
        + "}";
  }

  private void app(int format, String more) throws Exception {
    done("/node", "{\"name\":\"q\",\"plugin\":\"MQTT\",\"params\":" + params(format, more) + "}");
  }

  private void subscribe(String more) throws Exception {
    done("/subscribe", "{\"app\":\"q\",\"driver\":\"m\",\"group\":\"g\"," + more + "}");
  }

  private void done(String path, String body) throws Exception {
    assertThat(gateway.post(path, body).body().get("error").intValue()).as(path).isZero();
  }
}
