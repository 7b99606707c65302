package dev.plantwright.launcher.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where the window of a journey is drawn: an Xvfb of its own, else no window system at all. */
record Display(Map<String, String> environment, Optional<Process> server) implements AutoCloseable {
  private static final String HEADLESS =
      "--patch-module=javafx.graphics=%s -Dglass.platform=Monocle -Dmonocle.platform=Headless"
          + " -Dprism.order=sw -Dheadless.geometry=1600x1000-32";

  /** Skips the journey with a sentence where there is neither. */
  static Display open() throws IOException {
    Optional<Path> xvfb = onPath("Xvfb");
    if (xvfb.isPresent()) {
      return virtual(xvfb.get());
    }
    Path monocle = Path.of(System.getProperty("monocle.jar", "none"));
    Assumptions.assumeTrue(
        Files.isRegularFile(monocle),
        "Journeys skipped: there is no Xvfb to open the window on, and no Monocle at " + monocle);
    return new Display(
        Map.of("DISPLAY", ":none", "PLANTWRIGHT_OPTS", HEADLESS.formatted(monocle)),
        Optional.empty());
  }

  /** The server takes a free number and tells it on its standard output. */
  private static Display virtual(Path xvfb) throws IOException {
    Process server =
        new ProcessBuilder(
                xvfb.toString(),
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1000x24",
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
    String number = out.readLine();
    if (number == null) {
      throw new IOException("Xvfb ended with " + server.onExit().join().exitValue());
    }
    return new Display(Map.of("DISPLAY", ":" + number.strip()), Optional.of(server));
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    server.ifPresent(Process::destroy);
  }
}
