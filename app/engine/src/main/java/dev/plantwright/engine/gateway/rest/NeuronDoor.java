package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.Credentials;
import dev.plantwright.engine.Door;
import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Listens for HTTP and answers as Neuron does; every call on a virtual thread of its own. */
public final class NeuronDoor implements Door {
  private static final Logger LOG = LoggerFactory.getLogger(NeuronDoor.class);
  private static final int MOST_BODY = 1_048_576;
  private static final long WAIT_SECONDS = 10;

  private final Vertx vertx;
  private final Routes routes = new Routes();
  private final JsonMapper json = JsonMapper.builder().build();
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("neuron ", 0).factory());
  private final Tokens tokens;
  private Optional<HttpServer> server = Optional.empty();

  /**
   * @param dir where the keys of tokens are kept
   * @param first the user of a fresh gateway
   * @throws IOException if the keys cannot be read or made
   */
  public NeuronDoor(
      GatewayCore core, Vertx vertx, Path dir, Credentials.Login first, InstantSource clock)
      throws IOException, Refusal {
    this.vertx = vertx;
    this.tokens = Tokens.in(dir, json, clock);
    SessionCalls sessions = new SessionCalls(core, tokens, first);
    sessions.start();
    sessions.addTo(routes);
    new NodeCalls(core).addTo(routes);
    new GroupCalls(core).addTo(routes);
    new TagCalls(core).addTo(routes);
    new ValueCalls(core).addTo(routes);
    new SubscriptionCalls(core).addTo(routes);
    new PluginCalls(core, json).addTo(routes);
  }

  @Override
  public String key() {
    return "neuron";
  }

  @Override
  public int open(String host, int port) throws IOException {
    HttpServer opened =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(this::arrived);
    try {
      await(opened.listen(port, host));
    } catch (ExecutionException e) {
      throw new IOException(
          "Port %d of %s cannot be opened: %s".formatted(port, host, e.getCause().getMessage()),
          e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("Port %d of %s does not open.".formatted(port, host), e);
    }
    server = Optional.of(opened);
    return opened.actualPort();
  }

  private static void await(Future<?> future)
      throws IOException, ExecutionException, TimeoutException {
    try {
      future.toCompletionStage().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a listener opens or closes", e);
    }
  }

  private void arrived(HttpServerRequest request) {
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() <= MOST_BODY) {
            body.appendBuffer(chunk);
          }
        });
    request.endHandler(_ -> route(request, body));
  }

  private void route(HttpServerRequest request, Buffer body) {
    String path = request.path();
    String method = request.method().name();
    if (path.equals("/")) {
      request.response().putHeader("Location", "/web");
      page(request, 301, "Moved Permanently");
    } else if (!routes.knows(path)) {
      page(request, 404, "Not Found");
    } else if (method.equals("OPTIONS")) {
      headers(request.response()).end(" ");
    } else if (body.length() > MOST_BODY) {
      page(request, 400, "Bad Request");
    } else {
      Optional<Routes.Route> route = routes.find(method, path);
      if (route.isEmpty()) {
        page(request, 405, "Method Not Allowed");
      } else {
        calls.execute(() -> call(request, route.get(), body.getBytes()));
      }
    }
  }

  private void call(HttpServerRequest request, Routes.Route route, byte[] body) {
    Answer answer;
    try {
      if (route.token()) {
        tokens.check(request.getHeader("Authorization"));
      }
      Map<String, String> query = new HashMap<>();
      request.params().forEach(one -> query.putIfAbsent(one.getKey(), one.getValue()));
      answer = route.call().answer(new Request(json, query, body));
    } catch (Refusal refusal) {
      LOG.debug("{} {}: {}", request.method(), request.path(), refusal.getMessage());
      answer = Answer.error(refusal.code());
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.method(), request.path(), e);
      answer = Answer.error(Code.INTERNAL);
    }
    byte[] text = json.writeValueAsBytes(answer.body());
    headers(request.response())
        .setStatusCode(answer.status())
        .putHeader("Content-Type", "application/json")
        .end(Buffer.buffer(text));
  }

  private static HttpServerResponse headers(HttpServerResponse response) {
    return response
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Access-Control-Allow-Methods", "POST,GET,PUT,DELETE,OPTIONS")
        .putHeader("Access-Control-Allow-Headers", "*");
  }

  private static void page(HttpServerRequest request, int status, String words) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html")
        .end(
            "<!DOCTYPE html><html><head><title>%d %s</title></head><body>%d %s</body></html>"
                .formatted(status, words, status, words));
  }

  @Override
  public void close() {
    try {
      if (server.isPresent()) {
        await(server.get().close());
      }
    } catch (IOException | ExecutionException | TimeoutException e) {
      LOG.warn("The Neuron door does not close", e);
    }
    server = Optional.empty();
    calls.shutdown();
  }
}
