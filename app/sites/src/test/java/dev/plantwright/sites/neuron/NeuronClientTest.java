package dev.plantwright.sites.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.FakeDoor;
import dev.plantwright.sites.FakeDoor.Reply;
import dev.plantwright.sites.FakeDoor.Request;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.Login;
import dev.plantwright.sites.Site;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeuronClientTest {
  private final HttpClient http = HttpDoor.newClient();
  private FakeDoor door = new FakeDoor(request -> Reply.ok("{}"));

  @AfterEach
  void end() {
    door.close();
    http.close();
  }

  private NeuronClient client(Function<Request, Reply> answer) {
    door.close();
    door =
        new FakeDoor(
            request ->
                request.path().equals("/api/v2/login")
                    ? Reply.ok("{\"token\": \"t1\"}")
                    : answer.apply(request));
    return client(door.url());
  }

  private NeuronClient client(URI url) {
    return new NeuronClient(new Site.Neuron(url, new Login("admin", "secret")), http);
  }

  @Test
  void logsInOnceAndSendsTheTokenWithEveryCall() {
    NeuronClient client = client(request -> Reply.ok("{\"version\":\"2.15.0\"}"));
    assertThat(client.version()).isEqualTo("2.15.0");
    assertThat(client.version()).isEqualTo("2.15.0");
    assertThat(door.requests())
        .extracting(Request::line)
        .containsExactly("POST /api/v2/login", "GET /api/v2/version", "GET /api/v2/version");
    assertThat(door.requests().get(2).authorization()).isEqualTo("Bearer t1");
  }

  @Test
  void logsInAgainWhenTheTokenHasExpired() {
    AtomicInteger calls = new AtomicInteger();
    NeuronClient client =
        client(
            request ->
                calls.getAndIncrement() == 0
                    ? new Reply(403, "{\"error\": 1006}")
                    : Reply.ok("{\"version\":\"2.15.0\"}"));
    assertThat(client.version()).isEqualTo("2.15.0");
    assertThat(door.requests())
        .extracting(Request::path)
        .filteredOn("/api/v2/login"::equals)
        .hasSize(2);
  }

  @Test
  void findsTheLayoutOfNeuronExWhereNeuronsIsNotThere() {
    door.close();
    door =
        new FakeDoor(
            request ->
                switch (request.path()) {
                  case "/api/login" -> Reply.ok("{\"token\":\"x\"}");
                  case "/api/neuron/version" -> Reply.ok("{\"version\":\"2.11.0\"}");
                  default -> new Reply(404, "<html>not here</html>");
                });
    assertThat(client(door.url()).version()).isEqualTo("2.11.0");
  }

  @Test
  void saysInWordsWhichLoginIsWrong() {
    door.close();
    door = new FakeDoor(request -> new Reply(401, "{\"error\": 1009}"));
    assertThatThrownBy(() -> client(door.url()).version())
        .asInstanceOf(type(DoorException.class))
        .satisfies(
            e -> {
              assertThat(e.door()).isEqualTo("neuron");
              assertThat(e.status()).isEqualTo(401);
              assertThat(e.code()).isEqualTo(1009);
              assertThat(e).hasMessageContaining("the user or the password is wrong");
              assertThat(e).hasMessageNotContaining("secret");
            });
  }

  @Test
  void saysThatNobodyAnswersAndWhere() {
    URI gone = door.url();
    door.close();
    assertThatThrownBy(() -> client(gone).version())
        .asInstanceOf(type(DoorException.class))
        .satisfies(e -> assertThat(e.unreachable()).isTrue())
        .satisfies(
            e ->
                assertThat(e)
                    .hasMessage(
                        "Neuron at "
                            + gone.getAuthority()
                            + " does not answer; look whether it runs."));
  }

  @Test
  void takesSettingsThatWereNeverMadeAsNone() {
    assertThat(client(request -> Reply.ok("{\"error\": 2005}")).setting("filler")).isEmpty();
  }

  @Test
  void encodesNamesInQueries() {
    client(request -> Reply.ok("{\"groups\": []}")).groups("Füller & Co/1");
    assertThat(door.requests().getLast().path())
        .isEqualTo("/api/v2/group?node=F%C3%BCller%20%26%20Co%2F1");
  }

  @Test
  void changesASubscriptionThatIsThereAlready() {
    NeuronClient client =
        client(
            request ->
                Reply.ok(request.method().equals("POST") ? "{\"error\": 2101}" : "{\"error\": 0}"));
    client.subscribe(
        new Subscription("mqtt", "filler", "process", Optional.of("a/b"), Optional.empty()));
    assertThat(door.requests())
        .extracting(Request::line)
        .containsExactly("POST /api/v2/login", "POST /api/v2/subscribe", "PUT /api/v2/subscribe");
    assertThat(Json.read(door.requests().getLast().body()))
        .isEqualTo(
            Json.read(
                """
                {"app":"mqtt","driver":"filler","group":"process","params":{"topic":"a/b"}}\
                """));
  }

  @Test
  void namesTheTagThatIsRefused() {
    NeuronClient client =
        client(
            request ->
                new Reply(
                    400,
                    """
                    {"index": 1, "error": 2205, "results": [{"index": 1, "error": 2205}]}\
                    """));
    assertThatThrownBy(
            () -> client.addTags("filler", "process", List.of(tag("good"), tag("wrong"))))
        .isInstanceOf(DoorException.class)
        .hasMessageContaining("tag wrong of filler/process")
        .hasMessageContaining("the driver does not understand the address");
  }

  @Test
  void leavesOutWhatAGatewayRefusesOnSomeTypes() {
    NeuronClient client = client(request -> Reply.ok("{\"index\": 0, \"error\": 0}"));
    client.addTags("filler", "process", List.of(tag("name")));
    assertThat(door.requests().getLast().body())
        .doesNotContain("decimal", "bias", "precision")
        .contains("\"unit\":\"bar\"");
  }

  @Test
  void readsTagsOfReleasesThatKeepNoUnit() {
    NeuronClient client =
        client(
            request ->
                Reply.ok(
                    """
                    {"tags": [{"name":"t","address":"1!40001","attribute":1,"type":3}]}\
                    """));
    assertThat(client.tags("filler", "process"))
        .containsExactly(new GatewayTag("t", "1!40001", 1, 3, 0, 0, 0, "", Optional.empty()));
  }

  private static GatewayTag tag(String name) {
    return new GatewayTag(name, "1!40001", 1, 11, 0, 0, 0, "", Optional.of("bar"));
  }
}
