package dev.plantwright.plugins.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plantwright.api.Workbench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The harness as an HTTP server on loopback that knows its caller by a token. */
final class HarnessServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HarnessServer.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_BODY = 1 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String token = newToken();
  private final Requests requests;

  private HarnessServer(HttpServer server, Workbench workbench) {
    this.server = server;
    this.requests = new Requests(workbench);
  }

  /**
   * Starts to listen.
   *
   * @param port 0: any free one
   * @throws IOException if the port is taken
   */
  static HarnessServer start(Workbench workbench, int port) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    HarnessServer harness = new HarnessServer(http, workbench);
    http.createContext("/", harness::handle);
    http.setExecutor(harness.threads);
    http.start();
    return harness;
  }

  private static String newToken() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String token() {
    return token;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Requests.Answer answer;
    try (exchange) {
      int status = 200;
      try {
        answer = answer(exchange);
      } catch (Refused e) {
        status = e.status();
        answer = Requests.Answer.json(Answers.error(e.getMessage()));
      } catch (JacksonException e) {
        status = 400;
        answer = Requests.Answer.json(Answers.error("the body is no JSON"));
      } catch (RuntimeException e) {
        LOG.warn("{} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        status = 422;
        answer = Requests.Answer.json(Answers.error(e.toString()));
      }
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(status, answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
    answer.after().run();
  }

  private Requests.Answer answer(HttpExchange exchange) throws IOException {
    check(exchange);
    String path = exchange.getRequestURI().getPath();
    return switch (exchange.getRequestMethod()) {
      case "GET" -> requests.get(path, query(exchange.getRequestURI().getRawQuery()));
      case "POST" -> requests.post(path, body(exchange));
      default -> throw new Refused(405, "only GET and POST are answered");
    };
  }

  private void check(HttpExchange exchange) {
    String given =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(401, "the token of the ready line is missing");
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BODY);
    return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        String[] both = pair.split("=", 2);
        query.put(decode(both[0]), both.length == 2 ? decode(both[1]) : "");
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
