package dev.plantwright.engine.rules.door;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps web pages out of a door without a login: the Host must be this machine's loopback, a page's
 * Origin too, and what a page sends must be JSON. Other clients may be as lax as the product lets
 * them.
 */
final class Admission implements Handler<RoutingContext> {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "HEAD");
  private static final Set<String> HEADERS =
      Set.of("accept", "accept-language", "content-type", "content-language", "origin");

  private final boolean loopback;

  Admission(boolean loopback) {
    this.loopback = loopback;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String host = request.authority() == null ? "" : request.authority().host();
    String origin = request.getHeader("Origin");
    if (loopback && !LOOPBACK.contains(host)) {
      refuse(context, 403, "the Host header must name this machine's loopback");
    } else if (origin == null && request.method().name().equals("OPTIONS")) {
      context.response().end();
    } else if (origin == null) {
      context.next();
    } else if (loopback && !LOOPBACK.contains(hostOf(origin))) {
      refuse(context, 403, "pages of other hosts may not use this door");
    } else if (request.method().name().equals("OPTIONS")) {
      preflight(context);
    } else if (hasForeignBody(request)) {
      refuse(context, 415, "a page must send application/json");
    } else {
      context.response().putHeader("Access-Control-Allow-Origin", "*");
      context.next();
    }
  }

  private static String hostOf(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean hasForeignBody(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    boolean writes = !Set.of("GET", "HEAD").contains(request.method().name());
    return writes && type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private static void preflight(RoutingContext context) {
    HttpServerRequest request = context.request();
    String method = request.getHeader("Access-Control-Request-Method");
    if (method == null) {
      context.response().setStatusCode(400).end();
      return;
    }
    if (!METHODS.contains(method)) {
      context.response().setStatusCode(405).end();
      return;
    }
    String headers = request.getHeader("Access-Control-Request-Headers");
    for (String header : headers == null ? new String[0] : headers.split(",")) {
      if (!HEADERS.contains(header.strip().toLowerCase(Locale.ROOT))) {
        context.response().setStatusCode(403).end();
        return;
      }
    }
    var response = context.response().putHeader("Access-Control-Allow-Origin", "*");
    if (headers != null) {
      response.putHeader("Access-Control-Allow-Headers", headers);
    }
    if (!Set.of("GET", "HEAD", "POST").contains(method)) {
      response.putHeader("Access-Control-Allow-Methods", method);
    }
    response.end();
  }

  private static void refuse(RoutingContext context, int status, String sentence) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", Reply.TEXT)
        .end(sentence + "\n");
  }
}
