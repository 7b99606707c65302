package dev.plantwright.simulator.control;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps web pages out: a page that got a name of its own to point here sends that name as Host, a
 * page from elsewhere sends its Origin, and neither can send JSON under the label of a form that
 * needs no permission.
 */
final class LocalOnly implements Handler<RoutingContext> {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
  private static final Set<String> FORMS = Set.of("text/plain", "multipart/form-data");

  @Override
  public void handle(RoutingContext context) {
    HostAndPort host = context.request().authority();
    if (host == null || !NAMES.contains(host.host().toLowerCase(Locale.ROOT))) {
      throw new Refused(403, "This door is open to localhost only.");
    }
    String origin = context.request().getHeader("Origin");
    if (origin != null && !isLocal(origin)) {
      throw new Refused(403, "This door is not open to web pages.");
    }
    if (!isJson(context)) {
      throw new Refused(415, "The body must be JSON: send Content-Type: application/json.");
    }
    context.next();
  }

  private static boolean isLocal(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What curl -d says by itself is let through with PUT, which no form can send. */
  private static boolean isJson(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    if (type == null || context.request().method() == HttpMethod.GET) {
      return true;
    }
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return !FORMS.contains(media);
  }
}
