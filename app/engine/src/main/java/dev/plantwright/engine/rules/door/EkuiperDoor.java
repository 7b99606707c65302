package dev.plantwright.engine.rules.door;

import dev.plantwright.engine.Door;
import dev.plantwright.engine.rules.book.RuleBook;
import dev.plantwright.engine.rules.definition.GoProblem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The REST API of eKuiper 2.4, as far as it is there. */
public final class EkuiperDoor implements Door {
  private static final Logger LOG = LoggerFactory.getLogger(EkuiperDoor.class);
  private static final int LARGEST_BODY = 16 << 20;

  private final Vertx vertx;
  private final Owner owner;
  private final RuleBook book;
  private final InstantSource clock;
  private final JsonMapper json = new JsonMapper();
  private HttpServer server;

  public EkuiperDoor(Vertx vertx, Owner owner, RuleBook book, InstantSource clock) {
    this.vertx = vertx;
    this.owner = owner;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public String key() {
    return "ekuiper";
  }

  @Override
  public int open(String host, int port) throws IOException {
    boolean loopback = InetAddress.getByName(host).isLoopbackAddress();
    Router router = Router.router(vertx);
    router.route().handler(new Admission(loopback));
    router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    router.route().handler(EkuiperDoor::exactPath);
    new ServerPages(clock).register(this::route, router);
    new StreamPages(book).register(this::route, router);
    new RulePages(book).register(this::route, router);
    MissingPages.register(this::route, router);
    router.errorHandler(404, context -> reply(context, Reply.text(404, "404 page not found\n")));
    router.errorHandler(405, context -> reply(context, Reply.empty(405)));
    router.errorHandler(500, context -> failed(context, context.failure()));
    HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(false);
    server = vertx.createHttpServer(options).requestHandler(router);
    await(server.listen(port, host).toCompletionStage().toCompletableFuture());
    return server.actualPort();
  }

  /** A slash at the end, or one that is escaped, makes another path. */
  private static void exactPath(RoutingContext context) {
    String path = context.request().path();
    if (path.length() > 1 && path.endsWith("/") || path.toLowerCase(Locale.ROOT).contains("%2f")) {
      reply(context, Reply.text(404, "404 page not found\n"));
    } else {
      context.next();
    }
  }

  /** Registers a page; it is answered on the owner's thread. */
  interface Routes {
    void route(Router router, HttpMethod method, String path, Function<Request, Reply> page);
  }

  private void route(Router router, HttpMethod method, String path, Function<Request, Reply> page) {
    router
        .route(method, path)
        .handler(
            context -> {
              Request request = request(context);
              owner
                  .ask(() -> page.apply(request))
                  .whenComplete(
                      (reply, error) ->
                          context
                              .vertx()
                              .runOnContext(
                                  nothing -> {
                                    if (error == null) {
                                      reply(context, reply);
                                    } else {
                                      failed(context, error);
                                    }
                                  }));
            });
  }

  private static Request request(RoutingContext context) {
    Map<String, String> query = new HashMap<>();
    context.queryParams().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
    String body = context.body().asString();
    return new Request(Map.copyOf(context.pathParams()), query, body == null ? "" : body);
  }

  private void failed(RoutingContext context, Throwable error) {
    Throwable cause = error instanceof CompletionException e ? e.getCause() : error;
    if (cause instanceof GoProblem problem) {
      int status = problem.code() == 1002 ? 404 : 400;
      reply(context, Reply.text(status, text(problem.code(), problem.getMessage())));
      return;
    }
    LOG.error("{} failed", context.request().path(), cause);
    reply(context, Reply.text(400, text(1000, "the engine has an error; its log says which")));
  }

  private String text(int code, String message) {
    String quoted = json.writeValueAsString(message);
    return "{\"error\":" + code + ",\"message\":" + quoted + "}\n";
  }

  private static void reply(RoutingContext context, Reply reply) {
    HttpServerResponse response = context.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(reply.status()).putHeader("Connection", "close");
    if (!reply.type().isEmpty()) {
      response.putHeader("Content-Type", reply.type());
    }
    if (reply.status() >= 400 && !reply.type().isEmpty()) {
      response.putHeader("X-Content-Type-Options", "nosniff");
    }
    response.end(reply.body());
  }

  private static void await(java.util.concurrent.CompletableFuture<?> done) throws IOException {
    try {
      done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  @Override
  public void close() {
    if (server != null) {
      try {
        await(server.close().toCompletionStage().toCompletableFuture());
      } catch (IOException e) {
        LOG.warn("the eKuiper door did not close", e);
      }
    }
  }
}
