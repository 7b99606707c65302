package dev.plantwright.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plantwright.engine.broker.access.Users;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that other people wrote. */
class ClientsOfOthersTest {
  @TempDir Path dir;
  private TestBroker broker;

  @BeforeEach
  void start() throws IOException {
    broker = TestBroker.open(dir, Users.only("u", "p"));
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void paho_publishes_and_subscribes_with_every_qos() throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    MqttClient client =
        new MqttClient("tcp://127.0.0.1:" + broker.port(), "paho", new MemoryPersistence());
    try (AutoCloseable _ = () -> client.close(true)) {
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setUserName("u");
      options.setPassword("p".getBytes(StandardCharsets.UTF_8));
      client.connect(options);
      IMqttMessageListener listener =
          (topic, message) -> received.add(topic + "=" + message + " qos" + message.getQos());
      client.subscribe(
          new MqttSubscription[] {new MqttSubscription("a/#", 2)},
          new IMqttMessageListener[] {listener});
      for (int qos = 0; qos <= 2; qos++) {
        client.publish("a/b", new MqttMessage(new byte[] {(byte) ('0' + qos)}, qos, false, null));
        assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("a/b=" + qos + " qos" + qos);
      }
      client.disconnect();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mqttv31", "mqttv311", "mqttv5"})
  void mosquitto_publishes_retained_and_subscribes(String version) throws Exception {
    assumeTrue(onPath("mosquitto_sub"), "mosquitto_sub is not installed");
    run(version, "mosquitto_pub", "-q", "1", "-r", "-t", "kept/a", "-m", "early");
    Process subscriber =
        start(version, "mosquitto_sub", "-q", "2", "-C", "2", "-v", "-t", "#", "-W", "10");
    try (BufferedReader lines = subscriber.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("kept/a early");
      run(version, "mosquitto_pub", "-q", "2", "-t", "a/b", "-m", "late");
      assertThat(lines.readLine()).isEqualTo("a/b late");
      assertThat(subscriber.waitFor()).isZero();
    }
  }

  private void run(String version, String... command) throws Exception {
    Process process = start(version, command);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private Process start(String version, String... command) throws IOException {
    List<String> all = new ArrayList<>(Arrays.asList(command));
    all.addAll(List.of("-h", "127.0.0.1", "-p", "" + broker.port(), "-u", "u", "-P", "p"));
    all.addAll(List.of("-V", version));
    return new ProcessBuilder(all).redirectErrorStream(true).start();
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, program).canExecute());
  }
}
