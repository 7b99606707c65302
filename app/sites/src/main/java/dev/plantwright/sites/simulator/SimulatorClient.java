package dev.plantwright.sites.simulator;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.HttpDoor.Answer;
import dev.plantwright.sites.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Client of the simulator's control door. Every call blocks and throws {@link DoorException}; use
 * it on virtual threads.
 */
public final class SimulatorClient {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorClient.class);

  private final HttpDoor door;

  public SimulatorClient(URI control, HttpClient client) {
    this.door = new HttpDoor("simulator", "The simulator", control, client);
  }

  /** All simulated devices. */
  public List<Device> devices() {
    return Json.items(call("The devices", "GET", "/devices", Optional.empty()))
        .map(SimulatorClient::device)
        .toList();
  }

  private static Device device(JsonNode device) {
    return new Device(
        device.path("id").asString(""),
        device.path("protocol").asString(""),
        device.path("port").asInt(0),
        device.path("state").asString(""),
        Json.items(device.path("faults")).map(SimulatorClient::kind).toList(),
        device.path("title").asString(""),
        Json.items(device.path("fault_kinds")).map(SimulatorClient::faultKind).toList(),
        device.path("points").asInt(0),
        device.path("clients").asInt(0),
        device.path("requests").asLong(0));
  }

  private static String kind(JsonNode fault) {
    return fault.isString() ? fault.asString() : fault.path("kind").asString("");
  }

  private static FaultKind faultKind(JsonNode kind) {
    return new FaultKind(
        kind.path("kind").asString(""),
        kind.path("title").asString(""),
        kind.path("on").asString("").equals("line"));
  }

  /** The points of a device with what they hold now. */
  public List<Point> points(String device) {
    return Json.items(call(device, "GET", points(device, ""), Optional.empty()))
        .map(SimulatorClient::point)
        .toList();
  }

  private static Point point(JsonNode point) {
    return new Point(
        point.path("name").asString(""),
        point.path("address").asString(""),
        point.path("type").asString(""),
        point.path("value"),
        point.path("held").asBoolean(false),
        point.path("unit").asString(""),
        point.path("behaviour").asString(""),
        point.path("writable").asBoolean(false));
  }

  /** Sets a point; {@code hold}: its behaviour does not move it until released. */
  public void set(String device, String point, JsonNode value, boolean hold) {
    ObjectNode body = Json.object();
    body.set("value", value);
    put(device, point, body.put("hold", hold));
  }

  /** Keeps a point at the value it has, until it is released or set. */
  public void hold(String device, String point) {
    put(device, point, Json.object().put("hold", true));
  }

  private void put(String device, String point, ObjectNode body) {
    String path = points(device, "/" + HttpDoor.encoded(point));
    call(device + " " + point, "PUT", path, Optional.of(body));
  }

  /** Gives a held point back to its behaviour. */
  public void release(String device, String point) {
    String path = points(device, "/" + HttpDoor.encoded(point) + "/hold");
    call(device + " " + point, "DELETE", path, Optional.empty());
  }

  /**
   * Makes a device misbehave.
   *
   * @param kind one of {@link Device#faultKinds}
   * @param details {@code {"code":2}} for an exception, {@code {"ms":500}} for slow answers; {@code
   *     {"for_s":10}} ends any fault by itself
   */
  public void fault(String device, String kind, ObjectNode details) {
    call(device + " " + kind, "PUT", faults(device, kind), Optional.of(details));
  }

  /** Ends a fault. */
  public void clear(String device, String kind) {
    call(device + " " + kind, "DELETE", faults(device, kind), Optional.empty());
  }

  /** How time goes for the devices. */
  public Clock clock() {
    JsonNode clock = call("The clock", "GET", "/clock", Optional.empty());
    return new Clock(
        clock.path("speed").asDouble(1),
        clock.path("paused").asBoolean(false),
        clock.path("millis").asLong(0));
  }

  /** Sets the speed of simulated time (1 = real time) and whether it stands still. */
  public void clock(double speed, boolean paused) {
    clock(Json.object().put("speed", speed).put("paused", paused));
  }

  /** Sets the speed of simulated time; whether it stands still stays as it is. */
  public void speed(double speed) {
    clock(Json.object().put("speed", speed));
  }

  /** Stops simulated time or lets it go on at its speed. */
  public void pause(boolean paused) {
    clock(Json.object().put("paused", paused));
  }

  private void clock(ObjectNode change) {
    call("The clock", "PUT", "/clock", Optional.of(change));
  }

  /**
   * Listens to what happens at the devices from now on.
   *
   * @param consumer called on a virtual thread of its own, one event at a time
   * @param ended called once on that thread when the stream ends by itself, with the reason
   */
  public Events events(Consumer<Event> consumer, Consumer<String> ended) {
    HttpResponse<InputStream> response = listen();
    if (response.statusCode() != 200) {
      close(response.body());
      throw refused("The events", new Answer(response.statusCode(), ""));
    }
    return new Events(response.body(), consumer, ended);
  }

  // A time limit of the request itself would also end a stream that goes well.
  private HttpResponse<InputStream> listen() {
    var request = door.request("/events").header("Accept", "text/event-stream").build();
    var answer = door.client().sendAsync(request, BodyHandlers.ofInputStream());
    try {
      return answer.get(HttpDoor.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw door.unreachable(new HttpTimeoutException("no answer to GET /events"));
    } catch (ExecutionException e) {
      throw door.unreachable(
          e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new DoorException("simulator", 0, 0, "Listening to the simulator was cancelled.", e);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      LOG.debug("Closing a refused stream of events", e);
    }
  }

  /**
   * @param subject what the call is about, for the sentence when it is refused
   */
  private JsonNode call(String subject, String method, String path, Optional<JsonNode> body) {
    Answer answer = door.send(method, path, Optional.empty(), body);
    if (!answer.good()) {
      throw refused(subject, answer);
    }
    return answer.json().orElseGet(Json::object);
  }

  private DoorException refused(String subject, Answer answer) {
    String reason = answer.reason("error");
    return new DoorException("simulator", answer.status(), 0, "%s: %s".formatted(subject, reason));
  }

  private static String points(String device, String rest) {
    return "/devices/" + HttpDoor.encoded(device) + "/points" + rest;
  }

  private static String faults(String device, String kind) {
    return "/devices/" + HttpDoor.encoded(device) + "/faults/" + HttpDoor.encoded(kind);
  }
}
