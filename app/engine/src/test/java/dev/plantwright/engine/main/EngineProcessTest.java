package dev.plantwright.engine.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.engine.EngineOptions;
import dev.plantwright.engine.Ports;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine as a process of its own: how it starts, ends and comes back. */
class EngineProcessTest {
  @TempDir Path dir;
  private final List<Process> started = new ArrayList<>();

  /** What the child runs. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws CannotStartException {
      EngineOptions options =
          new EngineOptions(Path.of(arguments[0]), "127.0.0.1", Ports.ANY, true);
      System.exit(EngineProcess.run(options, true, System.out));
    }
  }

  private record Running(Process process, BufferedReader out, JsonNode ready) {
    private String mqtt() {
      return "tcp://127.0.0.1:" + ready.path("mqtt").asInt();
    }
  }

  private Running start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator,
                Child.class.getName(),
                dir.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(process);
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    assertThat(line).startsWith("ready {");
    return new Running(process, out, new JsonMapper().readTree(line.substring(6)));
  }

  /** Paho cannot be closed before it has noticed. */
  private static void awaitLoss(MqttClient client) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (client.isConnected() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void stop() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void it_ends_with_status_0_when_it_is_terminated() throws Exception {
    Running running = start();
    running.process.toHandle().destroy();
    assertThat(running.process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(running.process.exitValue()).isZero();
    assertThat(running.out.readLine()).as("nothing follows the ready line").isNull();
    assertThat(dir.resolve("site.json")).doesNotExist();
  }

  @Test
  void it_ends_with_status_0_when_its_standard_input_ends() throws Exception {
    Running running = start();
    running.process.outputWriter().close();
    assertThat(running.process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(running.process.exitValue()).isZero();
  }

  @Test
  void it_ends_with_status_0_when_both_come_at_once() throws Exception {
    Running running = start();
    running.process.destroy();
    assertThat(running.process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(running.process.exitValue()).isZero();
  }

  @Test
  void acknowledged_retained_messages_survive_kill_9() throws Exception {
    Running killed = start();
    MqttClient publisher = new MqttClient(killed.mqtt(), "p", new MemoryPersistence());
    try (AutoCloseable _ = () -> publisher.close(true)) {
      publisher.connect();
      for (int i = 0; i < 50; i++) {
        byte[] payload = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
        publisher.publish("kept/" + i % 10, new MqttMessage(payload, 1, true, null));
      }
      killed.process.destroyForcibly().waitFor();
      awaitLoss(publisher);
    }
    Running again = start();
    List<String> found = new ArrayList<>();
    CompletableFuture<Void> all = new CompletableFuture<>();
    MqttClient client = new MqttClient(again.mqtt(), "s", new MemoryPersistence());
    try (AutoCloseable _ = () -> client.close(true)) {
      client.connect();
      IMqttMessageListener listener =
          (topic, message) -> {
            found.add(topic + "=" + message);
            if (found.size() == 10) {
              all.complete(null);
            }
          };
      client.subscribe(
          new MqttSubscription[] {new MqttSubscription("#", 1)},
          new IMqttMessageListener[] {listener});
      all.get(10, TimeUnit.SECONDS);
      client.disconnect();
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            "kept/0=40",
            "kept/1=41",
            "kept/2=42",
            "kept/3=43",
            "kept/4=44",
            "kept/5=45",
            "kept/6=46",
            "kept/7=47",
            "kept/8=48",
            "kept/9=49");
  }
}
