package dev.plantwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  private static final Path SAMPLE = Path.of("samples", "bottling-line");

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    Terminal terminal = new Terminal(stream(out), stream(err), false);
    return Main.run(List.of(arguments), terminal);
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void findsNothingWrongInTheSample() {
    assertThat(run("check", SAMPLE.toString())).isZero();
    assertThat(out()).doesNotContain(" error ");
    assertThat(err()).isEmpty();
  }

  @Test
  void printsProblemsByLineAndColumnAndEndsWithOne() throws IOException {
    Files.writeString(folder.resolve("plant.json"), "{\"name\": \"p\",\n \"version\": }");
    assertThat(run("check", folder.toString())).isEqualTo(1);
    assertThat(out()).containsPattern("(?m)^plant\\.json:2:[0-9]+: error [A-Z-]+ .+$");
    assertThat(err()).isEmpty();
  }

  @Test
  void endsWithTwoAndOneSentenceWhenItCannotRun() {
    assertThat(run("check", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err())
        .isEqualToNormalizingNewlines(
            "plantwright: There is no plant folder " + folder.resolve("none") + ".\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void endsWithTwoAndOneSentenceOnWrongUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("dance")).isEqualTo(2);
    assertThat(run("engine")).isEqualTo(2);
    assertThat(run("engine", "--dir", folder.toString(), "--ports", "mqtt=lots")).isEqualTo(2);
    assertThat(run("simulate", folder.toString(), "--ports", "some")).isEqualTo(2);
    assertThat(run("workbench", folder.toString(), "--sample")).isEqualTo(2);
    assertThat(run("workbench", "--for", "soon")).isEqualTo(2);
    assertThat(run("deploy", folder.toString())).isEqualTo(2);
    assertThat(err().lines()).hasSize(8).allMatch(line -> line.startsWith("plantwright: "));
    assertThat(out()).isEmpty();
  }

  @Test
  void saysWhichSiteFileIsUnusable() throws IOException {
    Path local = folder.resolve("local.json");
    Files.writeString(local, "{\"kind\": \"local\"}");
    String user = folder.resolve("user").toString();
    assertThat(run("deploy", SAMPLE.toString(), "--site", local.toString(), "--user-dir", user))
        .isEqualTo(2);
    assertThat(err()).contains("stands for the local engine").hasLineCount(1);
  }

  @Test
  void endsWithTwoWhenTheSiteDoesNotAnswer() throws IOException {
    Path site = folder.resolve("gone.json");
    Files.writeString(
        site,
        """
        {"kind": "remote", "doors": {"neuron": {"url": "http://127.0.0.1:1", "user": "a",
         "password": "b"}}}\
        """);
    String user = folder.resolve("user").toString();
    assertThat(run("deploy", SAMPLE.toString(), "--site", site.toString(), "--user-dir", user))
        .isEqualTo(2);
    assertThat(err())
        .isEqualToNormalizingNewlines(
            "plantwright: Neuron at 127.0.0.1:1 does not answer; look whether it runs.\n");
  }

  @Test
  void refusesASecondWorkbenchInTheSameUserDir() throws IOException {
    try (var lock = new UserDir(folder).lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(run("workbench", SAMPLE.toString(), "--user-dir", folder.toString())).isEqualTo(2);
    }
    assertThat(err()).contains("Another workbench uses " + folder);
  }

  @Test
  void knowsADisplayByTheEnvironmentExceptWhereThereIsAlwaysOne() {
    assertThat(WorkbenchCommand.hasDisplay("Linux", Map.of())).isFalse();
    assertThat(WorkbenchCommand.hasDisplay("Linux", Map.of("DISPLAY", ""))).isFalse();
    assertThat(WorkbenchCommand.hasDisplay("Linux", Map.of("DISPLAY", ":1"))).isTrue();
    assertThat(WorkbenchCommand.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "w"))).isTrue();
    assertThat(WorkbenchCommand.hasDisplay("Mac OS X", Map.of())).isTrue();
  }

  @Test
  void keepsTheUsersFilesWhereTheSystemWantsThem() {
    Path home = Path.of("/home/ada");
    assertThat(UserDir.standard("Linux", Map.of(), home))
        .isEqualTo(Path.of("/home/ada/.local/share/plantwright"));
    assertThat(UserDir.standard("Linux", Map.of("XDG_DATA_HOME", "/data"), home))
        .isEqualTo(Path.of("/data/plantwright"));
    assertThat(UserDir.standard("Mac OS X", Map.of(), home))
        .isEqualTo(Path.of("/home/ada/Library/Application Support/Plantwright"));
  }
}
