package dev.plantwright.engine.inspect;

import dev.plantwright.engine.Door;
import dev.plantwright.engine.InspectRoute;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What no real product tells about itself: read-only pages below {@code /plantwright/v1}. */
public final class InspectDoor implements Door {
  private static final Logger LOG = LoggerFactory.getLogger(InspectDoor.class);
  private static final String BASE = "/plantwright/v1";

  private final Vertx vertx;
  private final byte[] authorization;
  private final List<InspectRoute> routes;
  private final JsonMapper json = new JsonMapper();
  private final Executor workers = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  /**
   * @param token what a client must send as bearer token
   */
  public InspectDoor(Vertx vertx, String token, List<InspectRoute> routes) {
    this.vertx = vertx;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.routes = List.copyOf(routes);
  }

  @Override
  public String key() {
    return "inspect";
  }

  @Override
  public int open(String host, int port) throws IOException {
    boolean loopback = InetAddress.getByName(host).isLoopbackAddress();
    Router router = Router.router(vertx);
    router.route().handler(context -> admit(context, loopback));
    for (InspectRoute route : routes) {
      router.get(BASE + route.path()).handler(context -> answer(context, route));
    }
    router
        .route()
        .handler(context -> fail(context, 404, "there is no page " + context.request().path()));
    // The doors speak HTTP 1.1, as the products do; Vert.x would offer an upgrade to 2 by itself.
    HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(false);
    server = vertx.createHttpServer(options).requestHandler(router);
    await(server.listen(port, host));
    return server.actualPort();
  }

  /** A page of a web site must not reach this door through the user's browser. */
  private void admit(RoutingContext context, boolean loopback) {
    String host = context.request().authority() == null ? "" : context.request().authority().host();
    String given = context.request().getHeader("Authorization");
    if (loopback && !List.of("127.0.0.1", "localhost", "::1", "[::1]").contains(host)) {
      fail(context, 403, "the Host header must name this machine's loopback");
    } else if (!MessageDigest.isEqual(
        authorization, (given == null ? "" : given).getBytes(StandardCharsets.UTF_8))) {
      context.response().putHeader("WWW-Authenticate", "Bearer");
      fail(context, 401, "the bearer token of credentials.json is needed");
    } else {
      context.next();
    }
  }

  private void answer(RoutingContext context, InspectRoute route) {
    Map<String, String> parameters = new HashMap<>();
    context.queryParams().forEach(parameters::put);
    parameters.putAll(context.pathParams());
    CompletableFuture.supplyAsync(() -> page(route, parameters), workers)
        .whenComplete((body, error) -> vertx.runOnContext(_ -> reply(context, body, error)));
  }

  private byte[] page(InspectRoute route, Map<String, String> parameters) {
    return json.writeValueAsBytes(route.answer().apply(parameters));
  }

  private void reply(RoutingContext context, byte[] body, Throwable error) {
    if (context.response().closed()) {
      return;
    }
    Throwable cause = error instanceof CompletionException e ? e.getCause() : error;
    switch (cause) {
      case null -> send(context, 200, body);
      case NoSuchElementException e -> fail(context, 404, e.getMessage());
      case IllegalArgumentException e -> fail(context, 400, e.getMessage());
      default -> {
        LOG.error("{} failed", context.request().path(), cause);
        fail(context, 500, "the page could not be made; the engine's log says why");
      }
    }
  }

  private void fail(RoutingContext context, int status, String sentence) {
    byte[] body = json.writeValueAsBytes(Map.of("error", String.valueOf(sentence)));
    send(context, status, body);
  }

  private static void send(RoutingContext context, int status, byte[] body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(Buffer.buffer(body));
  }

  @Override
  public void close() {
    if (server != null) {
      try {
        await(server.close());
      } catch (IOException e) {
        LOG.warn("closing the inspect door: {}", e.getMessage());
      }
    }
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }
}
