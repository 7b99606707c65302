package dev.plantwright.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Driver nodes against a real device in this JVM, through the gateway's door. */
class ModbusNodeTest {
  @TempDir Path dir;
  private TestGateway gateway;
  private ModbusPeer device;

  @BeforeEach
  void start() throws Exception {
    device = new ModbusPeer();
    gateway = TestGateway.alone(dir).login();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    device.close();
  }

  @Test
  void everyTypeAndByteOrderIsRead() throws Exception {
    device.set(1, "1122334455667788");
    device.set(11, "42a6cccd");
    device.set(21, "48656c6c6f21");
    device.coils[4] = true;
    node("n", device.port, 1000);
    tags(
        "n",
        tag("i16", "1!400001", 3),
        tag("i16b", "1!400001#B", 3),
        tag("u32", "1!400001", 6),
        tag("u32lb", "1!400001#LB", 6),
        tag("u32bb", "1!400001#BB", 6),
        tag("u32bl", "1!400001#BL", 6),
        tag("i64ws", "1!400001#WS", 7),
        tag("u64wr", "1!400001#WR", 8),
        tag("u8", "1!400001", 2),
        tag("float", "1!400011", 9),
        tag("text", "1!400021.6", 13),
        tag("swapped", "1!400021.6L", 13),
        tag("bytes", "1!400021.4", 14),
        tag("coil", "1!000005", 11),
        read("bit", "1!400001.8", 11));
    assertThat(values("n").toString())
        .isEqualTo(
            "{i16=4386, i16b=8721, u32=287454020, u32lb=571556915, u32bb=1144201745,"
                + " u32bl=860098850, i64ws=3694096434082633062, u64wr=6153737367135073092, u8=17,"
                + " float=83.4, text=\"Hello!\", swapped=\"eHll!o\", bytes=[72,101,108,108],"
                + " coil=1, bit=1}");
  }

  @Test
  void neighboursAreReadInOneRequest() throws Exception {
    node("n", device.port, 1000);
    tags(
        "n",
        tag("a", "1!400001", 9),
        tag("b", "1!400003", 3),
        tag("c", "1!400010", 3),
        tag("far", "1!400200", 3),
        tag("coil", "1!000001", 11));
    values("n");
    assertThat(device.requests).contains("3 0 10", "3 199 1", "1 0 1").doesNotContain("3 0 2");
    JsonNode cycle = gateway.inspect("/gateway/nodes/:node/cycles", Map.of("node", "n")).get(0);
    assertThat(cycle.get("requests").get(1).get("used").intValue()).isEqualTo(4);
    assertThat(cycle.get("requests").get(1).get("count").intValue()).isEqualTo(10);
  }

  @Test
  void anAddressThatIsRefusedSpoilsOnlyItself() throws Exception {
    device.set(8999, "0007");
    node("n", device.port, 50);
    tags("n", tag("good", "1!408999", 3), tag("bad", "1!409001", 3));
    TestGateway.until("the good one is read", () -> value("n", "good").path("value").asInt(0) == 7);
    assertThat(value("n", "bad").get("error").intValue()).isEqualTo(3000);
    JsonNode page = gateway.inspect("/gateway/nodes/:node/tags", Map.of("node", "n"));
    assertThat(page.get(0).get("raw").asString()).isEqualTo("00 07");
    assertThat(page.get(0).get("quality").asString()).isEqualTo("good");
    assertThat(page.get(1).get("quality").asString()).isEqualTo("bad");
    assertThat(page.get(1).get("reason").asString()).isEqualTo("the device refuses the address");
  }

  @Test
  void aSilentDeviceDelaysNoOther() throws Exception {
    try (ModbusPeer silent = new ModbusPeer()) {
      silent.silent = true;
      node("silent", silent.port, 50, 8_000);
      tags("silent", tag("x", "1!400001", 3));
      TestGateway.until("the silent one is asked", () -> !silent.requests.isEmpty());
      node("quick", device.port, 30);
      tags("quick", tag("x", "1!400001", 3));
      TestGateway.until("the quick one is read again and again", () -> polled("quick") > 5);
      assertThat(error("silent", "x")).as("still waiting for its answer").isEqualTo(3011);
    }
  }

  @Test
  void aSilentDeviceIsLeftAloneForAWhile() throws Exception {
    device.silent = true;
    node("silent", device.port, 50);
    tags("silent", tag("x", "1!400001", 3));
    TestGateway.until("it is noticed", () -> error("silent", "x") == 3015);
    TestGateway.until("it is left alone", () -> cause().equals("The device does not answer."));
    assertThat(error("silent", "x")).isEqualTo(3015);
  }

  private String cause() {
    return gateway.inspect("/gateway/nodes", Map.of()).get(0).get("cause").asString();
  }

  @Test
  void aDeviceThatComesBackIsReadAgain() throws Exception {
    node("n", device.port, 50);
    tags("n", tag("x", "1!400001", 3));
    values("n");
    device.close();
    TestGateway.until("the loss is noticed", () -> error("n", "x") == 3002);
    device = new ModbusPeer(device.port);
    device.set(1, "0009");
    TestGateway.until("it is read again", () -> value("n", "x").path("value").asInt(0) == 9);
  }

  @Test
  void nobodyListening() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    node("n", free, 50);
    tags("n", tag("x", "1!400001", 3));
    TestGateway.until("it says so", () -> error("n", "x") == 3002);
    assertThat(write("n", "x", "1")).isEqualTo(3002);
    JsonNode node = gateway.inspect("/gateway/nodes", Map.of()).get(0);
    assertThat(node.get("cause").asString())
        .isEqualTo("Cannot connect to 127.0.0.1:" + free + ": connection refused.");
  }

  @Test
  void writesAreAnsweredTruthfully() throws Exception {
    device.refuseWritesFrom = 400;
    device.ignoreWritesFrom = 500;
    node("n", device.port, 1000);
    tags(
        "n",
        tag("ok", "1!400001", 3),
        tag("refused", "1!400401", 3),
        tag("ignored", "1!400501", 3),
        tag("scaled", "1!400002", 3).replace("}", ",\"decimal\":0.1}"),
        tag("text", "1!400011.5", 13),
        tag("coil", "1!000001", 11));
    values("n");
    assertThat(write("n", "ok", "-2")).isZero();
    assertThat(write("n", "scaled", "12.3")).isZero();
    assertThat(write("n", "scaled", "12.34")).isEqualTo(3007);
    assertThat(write("n", "ok", "40000")).isEqualTo(3020);
    assertThat(write("n", "text", "\"abcde\"")).isZero();
    assertThat(write("n", "coil", "1")).isZero();
    assertThat(write("n", "refused", "1")).isEqualTo(3001);
    assertThat(write("n", "ignored", "1")).isEqualTo(3015);
    assertThat(device.holding[0]).isEqualTo((byte) 0xff);
    assertThat(device.holding[3]).isEqualTo((byte) 123);
    assertThat(device.coils[0]).isTrue();
    assertThat(device.requests).contains("6 0 1", "16 10 3", "5 0 1");
  }

  @Test
  void aWriteOvertakesALongReading() throws Exception {
    device.slowMillis = 100;
    node("n", device.port, 50);
    tags(
        "n",
        tag("a", "1!400001", 3),
        tag("b", "1!400101", 3),
        tag("c", "1!400201", 3),
        tag("d", "1!400301", 3),
        tag("e", "1!400401", 3),
        tag("f", "1!400501", 3));
    TestGateway.until("it reads", () -> device.requests.size() > 1);
    assertThat(write("n", "f", "6")).isZero(); // the first call is slow to arrive
    int before = device.requests.size();
    assertThat(write("n", "f", "7")).isZero();
    List<String> all = List.copyOf(device.requests);
    List<String> since = all.subList(before, all.size());
    assertThat(since.indexOf("6 500 1")).isBetween(0, 2);
  }

  @Test
  void skippedCyclesAreCounted() throws Exception {
    device.slowMillis = 120;
    node("n", device.port, 30);
    tags("n", tag("a", "1!400001", 3));
    TestGateway.until(
        "cycles are left out",
        () ->
            gateway
                    .inspect("/gateway/nodes/:node/cycles", Map.of("node", "n"))
                    .get(0)
                    .get("overrun")
                    .asInt()
                > 2);
  }

  @Test
  void framesAreKeptWithTheirBytes() throws Exception {
    device.set(1, "002a");
    node("n", device.port, 1000);
    tags("n", tag("a", "1!400001", 3));
    values("n");
    JsonNode frames = gateway.inspect("/gateway/nodes/:node/frames", Map.of("node", "n"));
    assertThat(frames.get(0).get("words").asString())
        .isEqualTo("unit 1: read holding register 1 (function 3)");
    assertThat(frames.get(0).get("bytes").asString()).endsWith("00 00 00 06 01 03 00 00 00 01");
    assertThat(frames.get(1).get("direction").asString()).isEqualTo("in");
    assertThat(frames.get(1).get("bytes").asString()).endsWith("00 00 00 05 01 03 02 00 2A");
  }

  @Test
  void everythingRunsAgainAfterARestart() throws Exception {
    device.set(1, "002a");
    node("n", device.port, 50);
    tags("n", tag("a", "1!400001", 3));
    node("halted", device.port, 50);
    gateway.post("/node/ctl", "{\"node\":\"halted\",\"cmd\":1}");
    values("n");
    String oldToken = gateway.token;
    gateway.close();
    gateway = TestGateway.alone(dir);
    gateway.token = oldToken;
    TestGateway.until("it reads again", () -> value("n", "a").path("value").asInt(0) == 42);
    assertThat(gateway.get("/node/state?node=halted").body().get("running").intValue())
        .isEqualTo(4);
  }

  @Test
  void whatWasAnsweredIsThereAfterACrash(@TempDir Path other) throws Exception {
    device.set(1, "002a");
    node("n", device.port, 50);
    tags("n", tag("a", "1!400001", 3));
    for (String file : List.of("gateway.db", "gateway.db-wal", "neuron.key", "neuron.pub")) {
      Files.copy(dir.resolve(file), other.resolve(file));
    }
    try (TestGateway survivor = TestGateway.alone(other).login()) {
      String tags = survivor.get("/tags?node=n&group=g").body().toString();
      assertThat(tags).isEqualTo(gateway.get("/tags?node=n&group=g").body().toString());
      assertThat(tags).contains("1!400001");
      assertThat(survivor.get("/node/state?node=n").body().get("running").intValue()).isEqualTo(3);
    }
  }

  private void node(String name, int port, int interval) throws Exception {
    node(name, port, interval, 500);
  }

  private void node(String name, int port, int interval, int timeout) throws Exception {
    String params =
        "{\"host\":\"127.0.0.1\",\"port\":%d,\"connection_mode\":0,\"transport_mode\":0,\"interval\":0,\"timeout\":%d,\"max_retries\":0}"
            .formatted(port, timeout);
    String body =
        "{\"name\":\"%s\",\"plugin\":\"Modbus TCP\",\"params\":%s}".formatted(name, params);
    assertThat(gateway.post("/node", body).status()).isEqualTo(200);
    String group = "{\"node\":\"%s\",\"group\":\"g\",\"interval\":%d}".formatted(name, interval);
    assertThat(gateway.post("/group", group).status()).isEqualTo(200);
  }

  private static String tag(String name, String address, int type) {
    return tag(name, address, type, 3);
  }

  private static String read(String name, String address, int type) {
    return tag(name, address, type, 1);
  }

  private static String tag(String name, String address, int type, int attribute) {
    return "{\"name\":\"%s\",\"address\":\"%s\",\"type\":%d,\"attribute\":%d}"
        .formatted(name, address, type, attribute);
  }

  private void tags(String node, String... tags) throws Exception {
    String body =
        "{\"node\":\"%s\",\"group\":\"g\",\"tags\":[%s]}".formatted(node, String.join(",", tags));
    assertThat(gateway.post("/tags", body).body().toString())
        .isEqualTo("{\"index\":0,\"error\":0}");
  }

  private Map<String, JsonNode> values(String node) throws Exception {
    TestGateway.until(
        "all values of " + node,
        () -> answers(node).valueStream().noneMatch(one -> one.has("error")));
    Map<String, JsonNode> values = new java.util.LinkedHashMap<>();
    answers(node).forEach(one -> values.put(one.get("name").asString(), one.get("value")));
    return values;
  }

  private JsonNode answers(String node) {
    try {
      String body = "{\"node\":\"%s\",\"group\":\"g\"}".formatted(node);
      return gateway.post("/read", body).body().get("tags");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode value(String node, String tag) {
    return answers(node)
        .valueStream()
        .filter(one -> one.get("name").asString().equals(tag))
        .findFirst()
        .orElseThrow();
  }

  private int error(String node, String tag) {
    return value(node, tag).path("error").asInt(0);
  }

  private int polled(String node) {
    return gateway
        .inspect("/gateway/nodes/:node/cycles", Map.of("node", node))
        .get(0)
        .get("polled")
        .asInt();
  }

  private int write(String node, String tag, String value) throws Exception {
    String body =
        "{\"node\":\"%s\",\"group\":\"g\",\"tag\":\"%s\",\"value\":%s}".formatted(node, tag, value);
    return gateway.post("/write", body).body().get("error").intValue();
  }
}
