package dev.plantwright.engine.gateway;

import dev.plantwright.engine.Credentials;
import dev.plantwright.engine.Door;
import dev.plantwright.engine.EngineContext;
import dev.plantwright.engine.InspectRoute;
import dev.plantwright.engine.broker.LocalClients;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway with its door on a free port, and a client of that door that is logged in. */
final class TestGateway implements AutoCloseable {
  record Reply(int status, JsonNode body) {}

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long PATIENCE_SECONDS = 10;

  final Gateway gateway;
  final int port;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Door door;
  String token = "";

  /**
   * @param brokerPort which port counts as the engine's own broker
   */
  TestGateway(Path dir, LocalClients clients, int brokerPort) throws Exception {
    Credentials credentials =
        new Credentials(Optional.empty(), new Credentials.Login("admin", "0000"), "secret");
    gateway =
        new Gateway(
            new EngineContext(dir, vertx, clients, credentials, InstantSource.system()),
            (host, asked) -> host.equals("127.0.0.1") && asked == brokerPort);
    gateway.start();
    door = gateway.doors().getFirst();
    port = door.open("127.0.0.1", 0);
  }

  /** Without a broker: nothing is ever published. */
  static TestGateway alone(Path dir) throws Exception {
    return new TestGateway(
        dir,
        (id, user, receiver) -> {
          throw new IllegalStateException("There is no broker in this test");
        },
        -1);
  }

  TestGateway login() throws Exception {
    token = post("/login", "{\"name\":\"admin\",\"pass\":\"0000\"}").body().get("token").asString();
    return this;
  }

  Reply post(String path, String body) throws IOException, InterruptedException {
    return call("POST", "/api/v2" + path, body, Map.of("Authorization", "Bearer " + token));
  }

  Reply put(String path, String body) throws IOException, InterruptedException {
    return call("PUT", "/api/v2" + path, body, Map.of("Authorization", "Bearer " + token));
  }

  Reply get(String path) throws IOException, InterruptedException {
    return call("GET", "/api/v2" + path, null, Map.of("Authorization", "Bearer " + token));
  }

  Reply call(String method, String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    String text = response.body();
    boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Reply(
        response.statusCode(),
        json && !text.isEmpty() ? JSON.readTree(text) : JSON.getNodeFactory().stringNode(text));
  }

  /** A page of the inspect door, as JSON. */
  JsonNode inspect(String path, Map<String, String> asked) {
    InspectRoute route =
        gateway.inspectRoutes().stream()
            .filter(one -> one.path().equals(path))
            .findFirst()
            .orElseThrow();
    return JSON.valueToTree(route.answer().apply(asked));
  }

  static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** Waits until something is true, and fails when it takes too long. */
  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It does not happen: " + what);
      }
      Thread.sleep(10);
    }
  }

  @Override
  public void close() throws Exception {
    door.close();
    gateway.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }
}
