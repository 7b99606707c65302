package dev.plantwright.engine.rules;

import dev.plantwright.engine.Credentials;
import dev.plantwright.engine.Door;
import dev.plantwright.engine.EngineContext;
import dev.plantwright.engine.broker.Broker;
import dev.plantwright.engine.broker.BrokerOptions;
import dev.plantwright.engine.broker.LocalClient;
import dev.plantwright.engine.broker.Publication;
import dev.plantwright.engine.broker.access.Users;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A broker and the rules beside it, on free ports. */
final class Site implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Broker broker;
  private final Rules rules;
  private final int mqttPort;
  private final int port;

  Site(Path dir) throws IOException {
    InstantSource clock = InstantSource.system();
    broker =
        new Broker(new BrokerOptions(dir.resolve("broker"), Users.only("user", "secret"), clock));
    mqttPort = broker.listen("127.0.0.1", 0);
    Credentials credentials =
        new Credentials(
            Optional.of(new Credentials.Login("user", "secret")),
            new Credentials.Login("admin", "0000"),
            "token");
    rules = new Rules(new EngineContext(dir.resolve("rules"), vertx, broker, credentials, clock));
    rules.start();
    Door door = rules.doors().getFirst();
    port = door.open("127.0.0.1", 0);
  }

  int port() {
    return port;
  }

  /** Properties of a sink on this site's broker. */
  String sink(String topic) {
    return """
    {"mqtt":{"server":"tcp://127.0.0.1:%d","username":"user","password":"secret","topic":"%s",\
    "sendSingle":true}}\
    """
        .formatted(mqttPort, topic);
  }

  /** Messages of a topic, as they come. */
  BlockingQueue<String> listen(String filter) {
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    LocalClient client =
        broker.connect(
            "listener-" + filter,
            "user",
            p -> messages.add(new String(p.payload(), StandardCharsets.UTF_8)));
    client.subscribe(filter, 1).toCompletableFuture().join();
    return messages;
  }

  void publish(String topic, String payload) throws Exception {
    try (LocalClient client = broker.connect("publisher", "user", p -> {})) {
      byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
      client
          .publish(new Publication(topic, bytes, 1, false))
          .toCompletableFuture()
          .get(5, TimeUnit.SECONDS);
    }
  }

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    rules.doors().forEach(Door::close);
    rules.close();
    broker.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    http.close();
  }
}
