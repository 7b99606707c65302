package dev.plantwright.sites.neuron;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.HttpDoor.Answer;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.Login;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The login of one gateway: finds out which of the two API layouts it has (Neuron's, or NeuronEX's
 * behind its front end), keeps the token and gets a new one when the old one is refused.
 */
final class NeuronSession {
  private final HttpDoor door;
  private final Login login;

  // Several threads may log in at the same moment; either token is good.
  private volatile Optional<Access> access = Optional.empty();

  private record Access(Layout layout, String token) {}

  private enum Layout {
    NEURON("/api/v2/login", "/api/v2"),
    NEURON_EX("/api/login", "/api/neuron");

    private final String login;
    private final String base;

    Layout(String login, String base) {
      this.login = login;
      this.base = base;
    }
  }

  NeuronSession(HttpDoor door, Login login) {
    this.door = door;
    this.login = login;
  }

  /** The answer of a GET; any error number but those accepted is an exception. */
  JsonNode get(String path, int... accepted) {
    return answer("GET", path, Optional.empty(), "GET " + path, accepted);
  }

  /** The answer of a command; any error number but those accepted is an exception. */
  JsonNode call(String method, String path, ObjectNode body, int... accepted) {
    return answer(method, path, Optional.of(body), method + " " + path + subject(body), accepted);
  }

  /** The answer of a request about tags, error number included: it says which tag is bad. */
  JsonNode callForTags(String method, String path, ObjectNode body) {
    return json(send(method, path, Optional.of(body)), method + " " + path + subject(body));
  }

  private JsonNode answer(
      String method, String path, Optional<JsonNode> body, String what, int... accepted) {
    Answer answer = send(method, path, body);
    JsonNode json = json(answer, what);
    int error = json.path("error").asInt(0);
    if (error != 0 && IntStream.of(accepted).noneMatch(good -> good == error)) {
      throw refused(answer.status(), error, what);
    }
    return json;
  }

  private Answer send(String method, String path, Optional<JsonNode> body) {
    Access now = access.orElseGet(this::logIn);
    Answer answer = door.send(method, now.layout.base + path, Optional.of(now.token), body);
    if (!tokenRefused(answer)) {
      return answer;
    }
    Access renewed = logIn();
    return door.send(method, renewed.layout.base + path, Optional.of(renewed.token), body);
  }

  private static boolean tokenRefused(Answer answer) {
    if (answer.status() != 401 && answer.status() != 403) {
      return false;
    }
    int error = answer.json().map(json -> json.path("error").asInt(0)).orElse(0);
    return error == 0 || (error >= 1004 && error <= 1008);
  }

  private Access logIn() {
    Answer answer = logIn(Layout.NEURON);
    Layout layout = Layout.NEURON;
    if (answer.status() == 404 && answer.json().isEmpty()) {
      layout = Layout.NEURON_EX;
      answer = logIn(layout);
    }
    JsonNode json = json(answer, "Logging in as " + login.user());
    if (!json.has("token")) {
      throw refused(answer.status(), json.path("error").asInt(0), "Logging in as " + login.user());
    }
    Access fresh = new Access(layout, json.get("token").asString(""));
    access = Optional.of(fresh);
    return fresh;
  }

  private Answer logIn(Layout layout) {
    ObjectNode body = Json.object().put("name", login.user()).put("pass", login.password());
    return door.send("POST", layout.login, Optional.empty(), Optional.of(body));
  }

  private JsonNode json(Answer answer, String what) {
    return answer
        .json()
        .filter(JsonNode::isContainer)
        .filter(json -> answer.good() || json.path("error").asInt(0) != 0)
        .orElseThrow(
            () ->
                new DoorException(
                    "neuron",
                    answer.status(),
                    0,
                    "%s: %s answered with HTTP status %d and no reason; is it a Neuron?"
                        .formatted(what, door.where(), answer.status())));
  }

  DoorException refused(int status, int error, String what) {
    return new DoorException(
        "neuron",
        status,
        error,
        "%s: %s (%s, error %d).".formatted(what, NeuronErrors.words(error), door.where(), error));
  }

  private static String subject(ObjectNode body) {
    StringBuilder subject = new StringBuilder();
    for (String member : new String[] {"app", "driver", "name", "node", "group", "tag"}) {
      if (body.path(member).isString()) {
        subject.append(' ').append(body.get(member).asString());
      }
    }
    return subject.toString();
  }
}
