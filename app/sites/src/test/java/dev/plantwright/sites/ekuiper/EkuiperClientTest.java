package dev.plantwright.sites.ekuiper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.FakeDoor;
import dev.plantwright.sites.FakeDoor.Reply;
import dev.plantwright.sites.FakeDoor.Request;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.Json;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EkuiperClientTest {
  private final HttpClient http = HttpDoor.newClient();
  private FakeDoor door = new FakeDoor(request -> Reply.ok("{}"));

  @AfterEach
  void end() {
    door.close();
    http.close();
  }

  private EkuiperClient client(Function<Request, Reply> answer) {
    door.close();
    door = new FakeDoor(answer);
    return new EkuiperClient(door.url(), http);
  }

  @Test
  void repeatsTheEnginesOwnMessage() {
    EkuiperClient client =
        client(request -> new Reply(400, "{\"error\":2001,\"message\":\"found \\\"FORM\\\"\"}\n"));
    assertThatThrownBy(() -> client.putRule("r", Json.object()))
        .asInstanceOf(type(DoorException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(2001))
        .satisfies(e -> assertThat(e).hasMessageStartingWith("Rule r: found \"FORM\" ("));
  }

  @Test
  void takesAnUnknownStreamAndAnUnknownRuleAsNone() {
    EkuiperClient client =
        client(
            request ->
                request.path().startsWith("/streams")
                    ? new Reply(400, "{\"error\":3000,\"message\":\"x is not found.\"}")
                    : new Reply(404, "{\"error\":1002,\"message\":\"x is not found.\"}"));
    assertThat(client.stream("x")).isEmpty();
    assertThat(client.rule("x")).isEmpty();
  }

  @Test
  void makesAStreamWhereThePutOfAnUnknownOneIsRefused() {
    EkuiperClient client =
        client(
            request ->
                request.method().equals("PUT")
                    ? new Reply(404, "{\"error\":1002,\"message\":\"demo is not found\"}")
                    : new Reply(201, "Stream demo is created."));
    client.putStream("demo", "CREATE STREAM demo () WITH ()");
    assertThat(door.requests())
        .extracting(Request::line)
        .containsExactly("PUT /streams/demo", "POST /streams");
  }

  @Test
  void addsUpTheCountersOfSourcesAndSinks() {
    EkuiperClient client =
        client(
            request ->
                Reply.ok(
                    """
                    {"status": "running", "message": "", "lastStartTimestamp": 1795501590937,
                     "source_demo_0_records_in_total": 5, "source_demo_0_exceptions_total": 1,
                     "op_2_filter_0_records_in_total": 5, "sink_mqtt_0_0_records_out_total": 2}\
                    """));
    RuleStatus status = client.status("r");
    assertThat(status.running()).isTrue();
    assertThat(status.recordsIn()).isEqualTo(5);
    assertThat(status.recordsOut()).isEqualTo(2);
    assertThat(status.exceptions()).isEqualTo(1);
    assertThat(status.counters()).doesNotContainKey("lastStartTimestamp").hasSize(4);
  }

  @Test
  void readsStatementsFromTheExportAndDoesWithoutOne() {
    assertThat(
            client(request -> Reply.ok("{\"streams\":{\"a\":\"CREATE STREAM a\"}}")).statements())
        .containsExactlyEntriesOf(Map.of("a", "CREATE STREAM a"));
    assertThat(client(request -> new Reply(404, "404 page not found")).statements()).isEmpty();
  }
}
