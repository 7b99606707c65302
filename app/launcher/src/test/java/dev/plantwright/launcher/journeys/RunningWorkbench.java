package dev.plantwright.launcher.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The packaged workbench as a process on the sample plant, ready to be driven.
 *
 * @param user its user folder
 * @param errors file with its standard error
 */
record RunningWorkbench(Process process, HarnessClient window, Path user, Path errors)
    implements AutoCloseable {
  /** Set by the build where it runs after the product was packaged. */
  static final String PACKAGED = "product.packaged";

  private static final Path PICTURES = Path.of("target", "journeys");

  /** Starts it and waits until its window answers. */
  static RunningWorkbench start(Display display, Path user) throws Exception {
    Path errors = Files.createDirectories(user).resolve("standard-error.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("product.home"), "bin", "plantwright").toString(),
            "workbench",
            "--sample",
            "--harness",
            "0",
            "--user-dir",
            user.toString());
    builder.environment().putAll(display.environment());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    Process process = builder.start();
    try {
      HarnessClient window = new HarnessClient(readyLine(process));
      return new RunningWorkbench(process, window, user, errors);
    } catch (ExecutionException | TimeoutException e) {
      kill(process.toHandle());
      throw new AssertionError("No window: " + Files.readString(errors), e);
    }
  }

  /** Reads on to the end, so that the process can always write. */
  private static String readyLine(Process process) throws Exception {
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (BufferedReader out =
                  new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                out.lines().filter(line -> line.startsWith("ready ")).forEach(ready::complete);
              } catch (IOException e) {
                ready.completeExceptionally(e);
              }
              ready.completeExceptionally(new IOException("it ended without a ready line"));
            });
    return ready.get(90, TimeUnit.SECONDS);
  }

  void picture(String name) throws IOException {
    window.picture(PICTURES.resolve(name + ".png"));
  }

  /** The child process of a command, such as {@code engine}. */
  Optional<ProcessHandle> child(String command) {
    return process
        .descendants()
        .filter(child -> child.isAlive() && words(child).contains(command))
        .findFirst();
  }

  /** A long class path is cut off in what the JDK tells, so Linux is asked first. */
  private static List<String> words(ProcessHandle process) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return List.of(line.split("\0"));
    } catch (IOException e) {
      return List.of(process.info().arguments().orElse(new String[0]));
    }
  }

  /** Closes the window as a user does. */
  int exit() throws InterruptedException {
    window.exit();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended after File > Exit").isTrue();
    return process.exitValue();
  }

  String standardError() throws IOException {
    return Files.readString(errors);
  }

  /** Lines of level ERROR in the logs of workbench and engine. */
  List<String> errorsInLogs() throws IOException {
    try (Stream<Path> files = Files.walk(user)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(workbench|engine).*[.]log"))
          .flatMap(RunningWorkbench::lines)
          .filter(line -> line.matches("\\S+ ERROR .*"))
          .toList();
    }
  }

  private static Stream<String> lines(Path log) {
    try {
      return Files.readAllLines(log).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void kill(ProcessHandle process) {
    List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** Leaves no process behind, whatever happened. */
  @Override
  public void close() {
    window.close();
    kill(process.toHandle());
  }
}
