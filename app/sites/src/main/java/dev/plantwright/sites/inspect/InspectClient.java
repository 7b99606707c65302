package dev.plantwright.sites.inspect;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.HttpDoor.Answer;
import dev.plantwright.sites.Site;
import java.net.http.HttpClient;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Client of the local engine's inspect door: what no real product tells. Answers are handed on as
 * they come. Every call blocks and throws {@link DoorException}; use it on virtual threads.
 */
public final class InspectClient {
  private static final String BASE = "/plantwright/v1";

  private final HttpDoor door;
  private final Optional<String> token;

  public InspectClient(Site.Inspect door, HttpClient client) {
    this.door = new HttpDoor("inspect", "The engine", door.url(), client);
    this.token = door.token();
  }

  /** State, version, what listens where. */
  public JsonNode health() {
    return get("/health");
  }

  /** Clients, sessions, counters of the broker. */
  public JsonNode broker() {
    return get("/broker");
  }

  /** The gateway's nodes with state, cause and next try. */
  public JsonNode nodes() {
    return get("/gateway/nodes");
  }

  /** Raw bytes, value, quality and age of every tag of a node. */
  public JsonNode tags(String node) {
    return get("/gateway/nodes/" + HttpDoor.encoded(node) + "/tags");
  }

  /** Requests and duration of the latest poll cycles of a node. */
  public JsonNode cycles(String node) {
    return get("/gateway/nodes/" + HttpDoor.encoded(node) + "/cycles");
  }

  /** The latest frames between gateway and device. */
  public JsonNode frames(String node) {
    return get("/gateway/nodes/" + HttpDoor.encoded(node) + "/frames");
  }

  /**
   * Any page of the door.
   *
   * @param path below {@code /plantwright/v1}, already encoded, such as {@code /rules}
   */
  public JsonNode get(String path) {
    Answer answer = door.send("GET", BASE + path, token, Optional.empty());
    return answer.json().filter(json -> answer.good()).orElseThrow(() -> refused(path, answer));
  }

  private DoorException refused(String path, Answer answer) {
    String reason = answer.reason("error");
    return new DoorException(
        "inspect", answer.status(), 0, "%s: %s (%s).".formatted(path, reason, door.where()));
  }
}
