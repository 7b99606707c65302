package dev.plantwright.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent client reads what the simulator says; skipped where it is not installed. */
class MbpollTest {
  @TempDir Path folder;
  private Simulator simulator;

  @BeforeEach
  void start() {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "mbpoll")));
    Assumptions.assumeTrue(installed, "mbpoll is not installed");
    simulator =
        new TestPlant(folder)
            .device(
                "d",
                """
                "int": {"address": "1!400001", "type": "INT16", "decimal": 0.1, "behaviour": {"kind": "constant", "value": -12.3}},
                "float": {"address": "1!400002#LL", "type": "FLOAT", "behaviour": {"kind": "constant", "value": 83.5}},
                "swapped": {"address": "1!400004#BL", "type": "FLOAT", "behaviour": {"kind": "constant", "value": -2.25}},
                "set": {"address": "1!400006", "type": "UINT16", "behaviour": {"kind": "constant", "value": 1}},
                "count": {"address": "1!300001#LL", "type": "INT32", "behaviour": {"kind": "constant", "value": -70000}},
                "on": {"address": "1!000001", "type": "BIT", "behaviour": {"kind": "constant", "value": 1}},
                "open": {"address": "1!100002", "type": "BIT", "behaviour": {"kind": "constant", "value": 1}}
                """,
                "")
            .start(new ManualClock());
  }

  @AfterEach
  void stop() {
    if (simulator != null) {
      simulator.close();
    }
  }

  /** Runs mbpoll once; the lines with values, or with what went wrong. */
  private List<String> mbpoll(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("mbpoll", "-m", "tcp", "-a", "1", "-1"));
    command.addAll(List.of("-p", String.valueOf(simulator.ready().devices().get("d"))));
    int value = Arrays.asList(arguments).indexOf("=");
    int options = value < 0 ? arguments.length : value;
    command.addAll(Arrays.asList(arguments).subList(0, options));
    command.add("127.0.0.1");
    command.addAll(
        Arrays.asList(arguments)
            .subList(Math.min(options + 1, arguments.length), arguments.length));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return output
        .lines()
        .filter(
            line -> line.startsWith("[") || line.contains("failed") || line.startsWith("Written"))
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .toList();
  }

  @Test
  void itReadsAllTablesAndTypes() throws Exception {
    assertThat(mbpoll("-t", "4", "-r", "1")).containsExactly("[1]: 65413 (-123)");
    assertThat(mbpoll("-t", "4:float", "-B", "-r", "2")).containsExactly("[2]: 83.5");
    assertThat(mbpoll("-t", "4:float", "-r", "4")).containsExactly("[4]: -2.25");
    assertThat(mbpoll("-t", "3:int", "-B", "-r", "1")).containsExactly("[1]: -70000");
    assertThat(mbpoll("-t", "0", "-r", "1")).containsExactly("[1]: 1");
    assertThat(mbpoll("-t", "1", "-r", "1", "-c", "2")).containsExactly("[1]: 0", "[2]: 1");
  }

  @Test
  void itWritesAndReadsBack() throws Exception {
    assertThat(mbpoll("-t", "4", "-r", "6", "=", "4711")).containsExactly("Written 1 references.");
    assertThat(mbpoll("-t", "4", "-r", "6")).containsExactly("[6]: 4711");
  }

  @Test
  void itIsToldWhatIsNotThere() throws Exception {
    assertThat(mbpoll("-t", "4", "-r", "7"))
        .singleElement()
        .asString()
        .contains("Illegal data address");
  }
}
