package dev.plantwright.sites;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Sends requests to one REST door and says plainly why one could not be sent. Calls block: they
 * belong on a virtual thread.
 *
 * @param key key of the door, such as {@code neuron}
 * @param name what people call it, such as {@code Neuron}
 * @param base scheme, host and port
 */
public record HttpDoor(String key, String name, URI base, HttpClient client) {
  /** Longest wait for a connection. */
  public static final Duration CONNECT = Duration.ofSeconds(3);

  /** Longest wait for an answer. */
  public static final Duration ANSWER = Duration.ofSeconds(15);

  /** A client for any number of doors; close it to end its thread. */
  public static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .build();
  }

  /** What came back. */
  public record Answer(int status, String text) {
    /** 2xx. */
    public boolean good() {
      return status / 100 == 2;
    }

    /** The answer as a tree; empty when it is not JSON. */
    public Optional<JsonNode> json() {
      try {
        return Optional.of(Json.read(text)).filter(node -> !node.isMissingNode());
      } catch (JacksonException e) {
        return Optional.empty();
      }
    }

    /**
     * Why the door refused: the member of that name, else the text, else the status.
     *
     * @param member such as {@code error} or {@code message}
     */
    public String reason(String member) {
      String reason =
          json()
              .map(json -> json.path(member).asString(""))
              .filter(words -> !words.isBlank())
              .orElse(text.startsWith("<") ? "" : text)
              .strip();
      return reason.isEmpty() ? "HTTP status " + status : reason;
    }
  }

  /** A path segment or query value, percent-encoded. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * @param path absolute, already encoded, such as {@code /api/v2/node?type=1}
   * @param bearer token for the Authorization header
   * @return the answer, whatever its status
   * @throws DoorException if there is no answer
   */
  public Answer send(String method, String path, Optional<String> bearer, Optional<JsonNode> body) {
    HttpRequest.Builder request = request(path).timeout(ANSWER);
    bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    body.ifPresent(json -> request.header("Content-Type", "application/json"));
    request.method(
        method,
        body.map(json -> BodyPublishers.ofString(Json.write(json)))
            .orElseGet(BodyPublishers::noBody));
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DoorException(key, 0, 0, "The request to " + where() + " was cancelled.", e);
    }
  }

  /** A request to {@code path} for callers that read the body as it comes. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  /** {@code Neuron at 127.0.0.1:7000}. */
  public String where() {
    return name + " at " + base.getAuthority();
  }

  /** The sentence for a request nobody answered. */
  public DoorException unreachable(IOException cause) {
    String reason =
        switch (cause) {
          case HttpTimeoutException e -> " did not answer in time; look whether it is overloaded.";
          case ConnectException e -> " does not answer; look whether it runs.";
          case ClosedChannelException e -> " closed the connection; try again.";
          default -> " broke the connection (" + cause.getMessage() + "); try again.";
        };
    return new DoorException(key, 0, 0, where() + reason, cause);
  }
}
