package dev.plantwright.launcher.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drives the window of a workbench over HTTP, with ids as the harness names them. */
final class HarnessClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** The window did not do what was asked; the message is its sentence. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
      super(message);
    }
  }

  /** A table, tree or list as it is shown. */
  record Table(int total, List<String> columns, List<Row> rows) {
    /** The cell of a row under a heading, empty if that column is not shown. */
    String cell(Row row, String heading) {
      int column = columns.indexOf(heading);
      return column < 0 ? "" : row.cells().get(column);
    }

    Optional<Row> find(String heading, String text) {
      return rows.stream().filter(row -> cell(row, heading).equals(text)).findFirst();
    }
  }

  record Row(int index, List<String> cells) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String token;

  /**
   * @param readyLine what the workbench prints when its window is there
   */
  HarnessClient(String readyLine) {
    JsonNode ready = JSON.readTree(readyLine.substring("ready ".length()));
    base = URI.create("http://127.0.0.1:" + ready.path("harness").asInt());
    token = ready.path("token").asString();
  }

  private <T> T send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    HttpRequest built = request.header("Authorization", "Bearer " + token).timeout(LONGEST).build();
    try {
      HttpResponse<T> answer = http.send(built, body);
      if (answer.statusCode() != 200) {
        String said =
            answer.body() instanceof byte[] bytes
                ? new String(bytes, UTF_8)
                : answer.body().toString();
        throw new Refusal(JSON.readTree(said).path("error").asString(said));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(built.uri() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private JsonNode get(String path) {
    return JSON.readTree(
        send(HttpRequest.newBuilder(base.resolve(path)).GET(), BodyHandlers.ofString()));
  }

  private void post(String path, Map<String, ?> body) {
    send(
        HttpRequest.newBuilder(base.resolve(path))
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
        BodyHandlers.ofString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  JsonNode state() {
    return get("/state");
  }

  int undeployed() {
    return state().path("undeployed").asInt();
  }

  /** What a node says. */
  String text(String id) {
    return get("/node?id=" + encode(id)).path("text").asString();
  }

  /** All rows of a table, up to a bound. */
  Table rows(String id) {
    JsonNode json = get("/rows?from=0&count=200&id=" + encode(id));
    List<Row> rows = new ArrayList<>();
    json.path("rows")
        .forEach(row -> rows.add(new Row(row.path("index").asInt(), texts(row.path("cells")))));
    return new Table(json.path("total").asInt(), texts(json.path("columns")), rows);
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  /** Waits for a row of a table; tells the rows as they are then. */
  Table waitForRow(String id, Duration limit, String heading, String text, Predicate<Row> wanted) {
    return Waiting.until(
        "a row of " + id + " with " + text + " under " + heading,
        limit,
        () -> Optional.of(rows(id)).filter(t -> t.find(heading, text).filter(wanted).isPresent()));
  }

  /** Waits until a node says a text. */
  void waitForText(String id, String text, Duration limit) {
    post("/wait", Map.of("id", id, "text", text, "timeout_ms", limit.toMillis()));
  }

  void waitForRows(String id, int rows, Duration limit) {
    post("/wait", Map.of("id", id, "rows", rows, "timeout_ms", limit.toMillis()));
  }

  void waitForEnabled(String id, Duration limit) {
    post("/wait", Map.of("id", id, "enabled", true, "timeout_ms", limit.toMillis()));
  }

  /** Waits until a node can be seen, or no more. */
  void waitForVisible(String id, boolean visible, Duration limit) {
    post("/wait", Map.of("id", id, "visible", visible, "timeout_ms", limit.toMillis()));
  }

  void click(String id) {
    post("/click", Map.of("id", id));
  }

  void click(String table, int row) {
    post("/click", Map.of("id", table, "row", row));
  }

  void doubleClick(String table, int row, int column) {
    post("/click", Map.of("id", table, "row", row, "column", column, "count", 2));
  }

  void type(String id, String text) {
    post("/type", Map.of("id", id, "text", text));
  }

  /** Replaces what stands in a field. */
  void fill(String id, String text) {
    click(id);
    key("Ctrl+A");
    key("Backspace");
    type(id, text);
  }

  void key(String keys) {
    post("/key", Map.of("keys", keys));
  }

  void command(String id) {
    post("/command", Map.of("id", id));
  }

  void openPart(String id) {
    post("/open", Map.of("part", id));
  }

  void openFile(String file) {
    post("/open", Map.of("file", file));
  }

  void exit() {
    post("/exit", Map.of());
  }

  /** Draws the window to a PNG. */
  void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        send(
            HttpRequest.newBuilder(base.resolve("/screenshot")).GET(), BodyHandlers.ofByteArray()));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
