package dev.plantwright.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plantwright.sites.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The product as it was packaged, moved to a folder with a blank in its name. */
class PackagedProductTest {
  private static final long PATIENCE_S = 60;

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();
  private Path home;

  @BeforeEach
  void move() throws IOException {
    assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "the sh script");
    home = folder.resolve("moved product");
    Path built = Path.of(System.getProperty("product.home"));
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : files.toList()) {
        copy(file, home.resolve(built.relativize(file).toString()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
    } else {
      try {
        Files.createLink(to, from);
      } catch (IOException | UnsupportedOperationException e) {
        // Not the same volume.
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/plantwright").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    builder.environment().putAll(environment);
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  private static int awaitEnd(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  private static JsonNode ready(BufferedReader out) throws IOException {
    String line = out.readLine();
    assertThat(line).startsWith("ready {");
    return Json.read(line.substring("ready ".length()));
  }

  private Process engine(Map<String, String> environment, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("engine", "--dir", folder.resolve("e").toString()));
    arguments.addAll(List.of("--ports", "any"));
    arguments.addAll(List.of(more));
    return start(environment, arguments.toArray(String[]::new));
  }

  @Test
  void engineSaysWhereItListensStaysSilentAndEndsInOrder() throws Exception {
    Process engine = engine(Map.of("PLANTWRIGHT_OPTS", "-Xlog:class+load:file=" + classes()));
    JsonNode ready = ready(engine.inputReader());
    try (Socket socket = new Socket()) {
      int port = ready.path("mqtt").asInt(0);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
    }
    engine.destroy();
    assertThat(awaitEnd(engine)).as("after SIGTERM").isZero();
    assertThat(errors()).isEmpty();
    assertThat(Files.readString(classes())).contains("picocli").doesNotContain(" javafx.");
  }

  private Path classes() {
    return folder.resolve("classes.txt");
  }

  @Test
  void engineEndsWithItsParentAndSaysWhatItCouldNotHave() throws Exception {
    Process first = engine(Map.of(), "--exit-with-parent");
    int port = ready(first.inputReader()).path("mqtt").asInt(0);
    Process second =
        start(
            Map.of(),
            "engine",
            "--dir",
            folder.resolve("other").toString(),
            "--ports",
            "any,mqtt=" + port);
    assertThat(awaitEnd(second)).isEqualTo(2);
    assertThat(errors()).contains(Integer.toString(port)).hasLineCount(1);
    first.getOutputStream().close();
    assertThat(awaitEnd(first)).isZero();
  }

  @Test
  void passesOverWhatIsNoJdk25() throws Exception {
    Process wrong = start(Map.of("PLANTWRIGHT_JAVA", "/nowhere"), "--version");
    assertThat(wrong.inputReader().readLine()).startsWith("plantwright 0.1.0");
    assertThat(awaitEnd(wrong)).isZero();
    String java = System.getProperty("java.home");
    Process told = start(Map.of("PLANTWRIGHT_JAVA", java + "/bin/java"), "--version");
    assertThat(awaitEnd(told)).isZero();
    assertThat(errors()).isEmpty();
  }

  @Test
  void leavesNoProcessBehindWhenTheWorkbenchIsKilled() throws Exception {
    Process workbench =
        start(Map.of(), "workbench", "--sample", "--user-dir", folder.resolve("u").toString());
    BufferedReader out = workbench.inputReader(UTF_8);
    String line = out.readLine();
    while (line != null && !line.startsWith("deployed")) {
      line = out.readLine();
    }
    assertThat(line).as(errors()).isNotNull();
    List<ProcessHandle> children = workbench.children().toList();
    assertThat(children).hasSize(2);
    workbench.destroyForcibly();
    for (ProcessHandle child : children) {
      child.onExit().get(3, TimeUnit.SECONDS);
    }
  }

  @Test
  void containsTheSampleAndTheBuiltInPlugins() throws IOException {
    assertThat(home.resolve("samples/bottling-line/plant.json")).exists();
    try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
      assertThat(plugins.toList())
          .isNotEmpty()
          .allSatisfy(
              plugin -> {
                assertThat(plugin.resolve("plugin.properties")).exists();
                assertThat(plugin.resolve("lib")).isNotEmptyDirectory();
              });
    }
  }
}
