package dev.plantwright.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  private static final String TOPIC = "acme/hamburg/packaging/line1/filler";
  private static final String STREAM =
      """
      {"sql":"CREATE STREAM filler () WITH (DATASOURCE=\\"%s\\", FORMAT=\\"json\\", TYPE=\\"mqtt\\")"}\
      """
          .formatted(TOPIC);

  @TempDir Path dir;

  @Test
  void aHotFillerRaisesAnAlarmOnItsTopic() throws Exception {
    try (Site site = new Site(dir)) {
      BlockingQueue<String> alarms = site.listen("alarms/hot");
      assertThat(site.send("POST", "/streams", STREAM).body())
          .isEqualTo("Stream filler is created.");
      assertThat(site.send("POST", "/rules", rule(site)).body())
          .isEqualTo("Rule hot was created successfully.");
      provoke(site, alarms);
    }
  }

  @Test
  void rulesComeBackRunningAndStoppedOnesStopped() throws Exception {
    try (Site site = new Site(dir)) {
      site.send("POST", "/streams", STREAM);
      site.send("POST", "/rules", rule(site));
      site.send("POST", "/rules", rule(site).replace("\"hot\"", "\"cold\""));
      site.send("POST", "/rules/cold/stop", "");
    }
    try (Site site = new Site(dir)) {
      assertThat(site.send("GET", "/rules", "").body())
          .contains("{\"id\":\"cold\",\"name\":\"cold\",\"status\":\"stopped\"")
          .contains("{\"id\":\"hot\",\"name\":\"hot\",\"status\":\"running\"");
      BlockingQueue<String> alarms = site.listen("alarms/hot");
      site.send("PUT", "/rules/hot", rule(site));
      provoke(site, alarms);
    }
  }

  @Test
  void whatIsNotThereYetIsRefusedWithItsPlace() throws Exception {
    try (Site site = new Site(dir)) {
      site.send("POST", "/streams", STREAM);
      String body =
          """
          {"id":"s","sql":"SELECT count(*) FROM filler\\nGROUP BY SESSIONWINDOW(ss, 10, 5)",\
          "actions":[{"nop":{}}]}\
          """;
      var answer = site.send("POST", "/rules", body);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("not supported yet: SESSIONWINDOW, line 2 column 10");
    }
  }

  @Test
  void aPageOfAnotherHostIsTurnedAway() throws Exception {
    try (Site site = new Site(dir);
        var client = java.net.http.HttpClient.newHttpClient()) {
      var request =
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create("http://127.0.0.1:" + site.port() + "/rules"))
              .header("Origin", "http://evil.example")
              .build();
      var answer = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }

  /** Publishes until the rule, which connects by itself, has sent an alarm. */
  private static void provoke(Site site, BlockingQueue<String> alarms) throws Exception {
    String alarm = null;
    for (int i = 0; i < 50 && alarm == null; i++) {
      site.publish(TOPIC, "{\"node\":\"f\",\"timestamp\":7,\"values\":{\"power\":3}}");
      site.publish(TOPIC, "{\"node\":\"f\",\"timestamp\":7,\"values\":{\"temperature\":79}}");
      site.publish(TOPIC, "{\"node\":\"f\",\"timestamp\":8,\"values\":{\"temperature\":81.5}}");
      alarm = alarms.poll(200, TimeUnit.MILLISECONDS);
    }
    assertThat(alarm).isEqualTo("{\"temperature\":81.5,\"timestamp\":8}");
  }

  private static String rule(Site site) {
    return """
    {"id":"hot","sql":"SELECT values->temperature AS temperature, timestamp FROM filler \
    WHERE values->temperature > 80","actions":[%s]}\
    """
        .formatted(site.sink("alarms/hot"));
  }
}
