package dev.plantwright.sites.ekuiper;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.HttpDoor.Answer;
import dev.plantwright.sites.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Client of a rule engine that speaks eKuiper's REST API. Every call blocks until there is an
 * answer and throws {@link DoorException}, with the engine's own message, when it refuses or cannot
 * be reached; use it on virtual threads. Safe for several threads.
 */
public final class EkuiperClient {
  private static final Optional<JsonNode> NOTHING = Optional.empty();

  private final HttpDoor door;

  public EkuiperClient(URI url, HttpClient client) {
    this.door = new HttpDoor("ekuiper", "eKuiper", url, client);
  }

  /** Version such as {@code 2.4.0}. */
  public String version() {
    return tree("GET", "/", NOTHING).path("version").asString("");
  }

  /** Names of the streams, in order of creation. */
  public List<String> streams() {
    return Json.items(tree("GET", "/streams", NOTHING)).map(name -> name.asString("")).toList();
  }

  /** The description of a stream, as the engine has it; empty when there is none. */
  public Optional<JsonNode> stream(String name) {
    return existing("/streams/" + HttpDoor.encoded(name));
  }

  /**
   * The statements that made the streams, by name, as far as the engine tells them: a description
   * does not hold them, the export does, and an engine may have none.
   */
  public Map<String, String> statements() {
    Answer answer = send("GET", "/data/export", NOTHING);
    Map<String, String> statements = new LinkedHashMap<>();
    answer
        .json()
        .filter(json -> answer.good())
        .ifPresent(
            json ->
                json.path("streams").properties().stream()
                    .filter(stream -> stream.getValue().isString())
                    .forEach(s -> statements.put(s.getKey(), s.getValue().asString())));
    return statements;
  }

  /** Makes the stream, or replaces the one of that name. */
  public void putStream(String name, String sql) {
    JsonNode body = Json.object().put("sql", sql);
    Answer answer = send("PUT", "/streams/" + HttpDoor.encoded(name), Optional.of(body));
    if (answer.status() == 404) {
      answer = send("POST", "/streams", Optional.of(body));
    }
    check(answer, "Stream " + name);
  }

  /** Drops a stream; refused while a rule uses it. */
  public void dropStream(String name) {
    check(send("DELETE", "/streams/" + HttpDoor.encoded(name), NOTHING), "Dropping stream " + name);
  }

  /** All rules with their states, sorted by id. */
  public List<RuleSummary> rules() {
    return Json.items(tree("GET", "/rules", NOTHING))
        .map(
            rule ->
                new RuleSummary(
                    rule.path("id").asString(""),
                    rule.path("name").asString(""),
                    rule.path("status").asString("")))
        .toList();
  }

  /** A rule as it was put; empty when there is none. */
  public Optional<JsonNode> rule(String id) {
    return existing("/rules/" + HttpDoor.encoded(id));
  }

  /** Makes the rule, or replaces the one of that id; it starts unless it says otherwise. */
  public void putRule(String id, JsonNode rule) {
    check(send("PUT", "/rules/" + HttpDoor.encoded(id), Optional.of(rule)), "Rule " + id);
  }

  /** Removes a rule. */
  public void deleteRule(String id) {
    check(send("DELETE", "/rules/" + HttpDoor.encoded(id), NOTHING), "Removing rule " + id);
  }

  /** Asks for a start; returns before the rule runs. */
  public void startRule(String id) {
    check(
        send("POST", "/rules/" + HttpDoor.encoded(id) + "/start", NOTHING), "Starting rule " + id);
  }

  /** Asks for a stop; returns before the rule has stopped. */
  public void stopRule(String id) {
    check(send("POST", "/rules/" + HttpDoor.encoded(id) + "/stop", NOTHING), "Stopping rule " + id);
  }

  /** State, message and the counters of every node of the plan. */
  public RuleStatus status(String id) {
    JsonNode answer = tree("GET", "/rules/" + HttpDoor.encoded(id) + "/status", NOTHING);
    return new RuleStatus(
        id, answer.path("status").asString(""), answer.path("message").asString(""), answer);
  }

  /**
   * Asks the engine what it thinks of a rule without making it.
   *
   * @return the engine's objection; empty when it has none
   */
  public Optional<String> validate(JsonNode rule) {
    Answer answer = send("POST", "/rules/validate", Optional.of(rule));
    if (answer.good()) {
      return Optional.empty();
    }
    return Optional.of(message(answer));
  }

  private Optional<JsonNode> existing(String path) {
    Answer answer = send("GET", path, NOTHING);
    // An unknown stream is a 400 with the code of streams, an unknown rule a 404.
    boolean missing = answer.status() == 404 || code(answer) == 1002 || code(answer) == 3000;
    if (missing) {
      return Optional.empty();
    }
    check(answer, "GET " + path);
    return answer.json();
  }

  private JsonNode tree(String method, String path, Optional<JsonNode> body) {
    Answer answer = send(method, path, body);
    check(answer, method + " " + path);
    return answer
        .json()
        .orElseThrow(
            () ->
                new DoorException(
                    "ekuiper",
                    answer.status(),
                    0,
                    method + " " + path + ": " + door.where() + " did not answer in JSON."));
  }

  private Answer send(String method, String path, Optional<JsonNode> body) {
    return door.send(method, path, Optional.empty(), body);
  }

  private void check(Answer answer, String what) {
    if (!answer.good()) {
      throw new DoorException(
          "ekuiper",
          answer.status(),
          code(answer),
          "%s: %s (%s).".formatted(what, message(answer), door.where()));
    }
  }

  private static int code(Answer answer) {
    return answer.json().map(json -> json.path("error").asInt(0)).orElse(0);
  }

  private static String message(Answer answer) {
    return answer.reason("message");
  }
}
