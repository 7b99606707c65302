package dev.plantwright.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
  private static final String POINT =
      "\"p\": {\"address\": \"1!400001\", \"type\": \"UINT16\", \"behaviour\":"
          + " {\"kind\": \"constant\", \"value\": 3}}";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(SimulatorOptions options) {
    InputStream ended = new ByteArrayInputStream(new byte[0]);
    return Simulator.run(
        options, true, ended, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  @Test
  void itSaysWhatListensWhereAndEndsWithItsStandardInput() throws Exception {
    new TestPlant(folder).device("filler", POINT, "").device("capper", POINT, "");

    assertThat(run(new SimulatorOptions(folder, 0, true))).isZero();

    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(out.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .matches("ready \\{\"control\":\\d+,\"devices\":\\{\"capper\":\\d+,\"filler\":\\d+}}");
    JsonObject ready = new JsonObject(out.toString(UTF_8).substring("ready ".length()));
    String noted = Files.readString(folder.resolve(".plantwright/devices.json"));
    assertThat(new JsonObject(noted)).isEqualTo(ready);
  }

  @Test
  void aTakenPortOfADeviceIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      new TestPlant(folder).device("d", POINT, "\"port\": " + taken.getLocalPort());

      assertThat(run(new SimulatorOptions(folder, 0, false))).isEqualTo(2);

      assertThat(err.toString(UTF_8).lines())
          .containsExactly(
              "Port %d of the device d is taken. Choose another one with its file or --ports any."
                  .formatted(taken.getLocalPort()));
      assertThat(out.toString(UTF_8)).isEmpty();
    }
  }

  @Test
  void aTakenPortOfTheControlDoorIsSaidAndNothingIsLeftOpen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = free.getLocalPort();
      free.close();
      new TestPlant(folder).device("d", POINT, "\"port\": " + port);

      assertThat(run(new SimulatorOptions(folder, taken.getLocalPort(), false))).isEqualTo(2);

      assertThat(err.toString(UTF_8)).contains("the control door is taken");
      new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
    }
  }

  @Test
  void aBrokenFileIsNamedWithItsPlace() {
    new TestPlant(folder)
        .device("good", POINT, "")
        .file("bad", "{\n  \"protocol\": \"Modbus TCP\",\n  \"points\": [,]\n}\n");

    assertThat(run(new SimulatorOptions(folder, 0, true))).isEqualTo(2);

    assertThat(err.toString(UTF_8)).startsWith("simulation/bad.json:3:14: error SIM-JSON ");
  }

  @Test
  void aFolderWithoutDevicesIsSaid() {
    assertThat(run(new SimulatorOptions(folder, 0, true))).isEqualTo(2);
    assertThat(run(new SimulatorOptions(folder.resolve("none"), 0, true))).isEqualTo(2);

    assertThat(err.toString(UTF_8)).contains("no simulated devices", "There is no plant folder");
  }

  /** The program of the child process below. */
  static final class Child {
    public static void main(String[] args) {
      System.exit(
          Simulator.run(new SimulatorOptions(Path.of(args[0]), 0, true), false, System.out));
    }
  }

  @Test
  void aSignalToEndEndsItWithExitCode0() throws Exception {
    new TestPlant(folder).device("d", POINT, "");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process child =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    folder.toString()))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
      assertThat(output.lines().anyMatch(line -> line.startsWith("ready "))).isTrue();

      child.destroy();

      assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isZero();
    } finally {
      child.destroyForcibly();
    }
  }
}
