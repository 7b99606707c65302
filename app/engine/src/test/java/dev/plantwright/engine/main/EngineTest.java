package dev.plantwright.engine.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plantwright.engine.EngineOptions;
import dev.plantwright.engine.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine as a whole: folder, ports, logins, inspect door. */
class EngineTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path dir;

  @Test
  void the_ready_line_and_site_json_tell_the_open_doors_and_the_logins() throws Exception {
    try (Engine engine = start(Ports.ANY)) {
      JsonNode ready = JSON.readTree(engine.ready().json());
      assertThat(ready.propertyNames())
          .containsSubsequence("mqtt", "neuron", "ekuiper", "inspect", "credentials");
      assertThat(engine.ports().values()).allMatch(port -> port > 0).doesNotHaveDuplicates();
      assertThat(JSON.readTree(Files.readString(dir.resolve("site.json")))).isEqualTo(ready);
      Path credentials = Path.of(ready.path("credentials").asString());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
          .isEqualTo("rw-------");
      assertThat(JSON.readTree(Files.readString(credentials)).propertyNames())
          .containsExactlyInAnyOrder("mqtt", "neuron", "inspect");
    }
    assertThat(dir.resolve("site.json")).doesNotExist();
  }

  @Test
  void logins_stay_the_same_over_a_restart_and_well_known_ones_are_not_kept() throws Exception {
    start(Ports.ANY).close();
    String first = credentials();
    start(Ports.ANY).close();
    assertThat(credentials()).isEqualTo(first);
    Engine.start(new EngineOptions(dir, "127.0.0.1", Ports.ANY, true)).close();
    assertThat(credentials()).contains("0000");
    start(Ports.ANY).close();
    assertThat(credentials()).doesNotContain("0000");
  }

  @Test
  void a_folder_serves_one_engine() throws Exception {
    try (Engine _ = start(Ports.ANY)) {
      assertThatThrownBy(() -> start(Ports.ANY))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("in use by another engine");
    }
  }

  @Test
  void a_taken_port_is_named_with_its_door_and_the_folder_is_free_again() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      for (String door : new String[] {"mqtt", "neuron", "ekuiper", "inspect"}) {
        assertThatThrownBy(() -> start(Ports.parse("any," + door + "=" + port)))
            .isInstanceOf(CannotStartException.class)
            .hasMessageContaining("door " + door)
            .hasMessageContaining("127.0.0.1:" + port);
      }
    }
    start(Ports.ANY).close();
  }

  @Test
  void well_known_credentials_are_refused_beyond_loopback() {
    assertThatThrownBy(() -> Engine.start(new EngineOptions(dir, "0.0.0.0", Ports.ANY, true)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("loopback only");
  }

  @Test
  void the_inspect_door_answers_with_its_token_only() throws Exception {
    try (Engine engine = start(Ports.ANY)) {
      String token = JSON.readTree(credentials()).at("/inspect/token").asString();
      JsonNode health = JSON.readTree(get(engine, "/health", token, 200));
      assertThat(health.path("state").asString()).isEqualTo("running");
      assertThat(health.path("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
      assertThat(health.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
      assertThat(health.at("/doors/mqtt/port").asInt()).isEqualTo(engine.ports().get("mqtt"));
      assertThat(JSON.readTree(get(engine, "/broker", token, 200)).path("connections").asInt())
          .isZero();
      assertThat(get(engine, "/health", "wrong", 401)).contains("error");
      assertThat(get(engine, "/nothing", token, 404)).contains("/plantwright/v1/nothing");
    }
  }

  private String get(Engine engine, String path, String token, int status) throws Exception {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/plantwright/v1%s".formatted(engine.ports().get("inspect"), path));
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(status);
      return answer.body();
    }
  }

  private Engine start(Ports ports) throws CannotStartException {
    return Engine.start(new EngineOptions(dir, "127.0.0.1", ports, false));
  }

  private String credentials() throws IOException {
    return Files.readString(dir.resolve("credentials.json"));
  }
}
