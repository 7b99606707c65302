package dev.plantwright.sites.simulator;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.HttpDoor.Answer;
import dev.plantwright.sites.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Client of the simulator's control door. Every call blocks and throws {@link DoorException}; use
 * it on virtual threads.
 */
public final class SimulatorClient {
  private final HttpDoor door;

  public SimulatorClient(URI control, HttpClient client) {
    this.door = new HttpDoor("simulator", "The simulator", control, client);
  }

  /** All simulated devices. */
  public List<Device> devices() {
    return Json.items(call("GET", "/devices", Optional.empty()))
        .map(
            device ->
                new Device(
                    device.path("id").asString(""),
                    device.path("protocol").asString(""),
                    device.path("port").asInt(0),
                    device.path("state").asString(""),
                    Json.items(device.path("faults")).map(SimulatorClient::kind).toList()))
        .toList();
  }

  private static String kind(JsonNode fault) {
    return fault.isString() ? fault.asString() : fault.path("kind").asString("");
  }

  /** The points of a device with what they hold now. */
  public List<Point> points(String device) {
    return Json.items(call("GET", points(device, ""), Optional.empty()))
        .map(
            point ->
                new Point(
                    point.path("name").asString(""),
                    point.path("address").asString(""),
                    point.path("type").asString(""),
                    point.path("value"),
                    point.path("held").asBoolean(false)))
        .toList();
  }

  /** Sets a point; {@code hold}: its behaviour does not move it until released. */
  public void set(String device, String point, JsonNode value, boolean hold) {
    ObjectNode body = Json.object();
    body.set("value", value);
    call("PUT", points(device, "/" + HttpDoor.encoded(point)), Optional.of(body.put("hold", hold)));
  }

  /** Gives a held point back to its behaviour. */
  public void release(String device, String point) {
    call("DELETE", points(device, "/" + HttpDoor.encoded(point) + "/hold"), Optional.empty());
  }

  /**
   * Makes a device misbehave.
   *
   * @param kind {@code silence}, {@code exception} or {@code slow}
   * @param details such as {@code {"code":2}} or {@code {"ms":500}}
   */
  public void fault(String device, String kind, ObjectNode details) {
    call("PUT", faults(device, kind), Optional.of(details));
  }

  /** Ends a fault. */
  public void clear(String device, String kind) {
    call("DELETE", faults(device, kind), Optional.empty());
  }

  /** Sets the speed of simulated time (1 = real time) and whether it stands still. */
  public void clock(double speed, boolean paused) {
    call("PUT", "/clock", Optional.of(Json.object().put("speed", speed).put("paused", paused)));
  }

  /**
   * Listens to what happens at the devices from now on.
   *
   * @param consumer called on a virtual thread of its own, one event at a time
   * @param ended called once on that thread when the stream ends by itself, with the reason
   */
  public Events events(Consumer<Event> consumer, Consumer<String> ended) {
    try {
      var request = door.request("/events").header("Accept", "text/event-stream").build();
      var response = door.client().send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw refused("GET /events", new Answer(response.statusCode(), ""));
      }
      return new Events(response.body(), consumer, ended);
    } catch (IOException e) {
      throw door.unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DoorException("simulator", 0, 0, "Listening to the simulator was cancelled.", e);
    }
  }

  private JsonNode call(String method, String path, Optional<JsonNode> body) {
    Answer answer = door.send(method, path, Optional.empty(), body);
    if (!answer.good()) {
      throw refused(method + " " + path, answer);
    }
    return answer.json().orElseGet(Json::object);
  }

  private DoorException refused(String what, Answer answer) {
    String reason = answer.reason("error");
    return new DoorException(
        "simulator", answer.status(), 0, "%s: %s (%s).".formatted(what, reason, door.where()));
  }

  private static String points(String device, String rest) {
    return "/devices/" + HttpDoor.encoded(device) + "/points" + rest;
  }

  private static String faults(String device, String kind) {
    return "/devices/" + HttpDoor.encoded(device) + "/faults/" + HttpDoor.encoded(kind);
  }
}
