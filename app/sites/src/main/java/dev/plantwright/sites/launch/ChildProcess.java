package dev.plantwright.sites.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plantwright.sites.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A child that says on one line of standard output when it is ready and ends when its standard
 * input ends. This process holds the other end of that pipe, so a child never outlives it, whatever
 * ends it.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
  private static final String READY = "ready ";
  private static final int LAST_WORDS = 4096;

  private final String name;
  private final Process process;
  private final Path errors;
  private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
  private final CompletableFuture<Exit> exit;

  private ChildProcess(String name, Process process, Path errors) {
    this.name = name;
    this.process = process;
    this.errors = errors;
    this.exit = process.onExit().thenApply(ended -> Exit.of(ended.exitValue(), lastWords()));
    exit.thenAccept(
        end -> ready.completeExceptionally(new IOException(name + ": " + end.reason())));
    Thread.ofVirtual().name("output-of-" + name).start(this::readOutput);
  }

  /**
   * Starts a child.
   *
   * @param errors file for its standard error, written anew; its folder is made
   * @throws IOException if it cannot be started
   */
  public static ChildProcess start(
      String name, JavaCommand java, List<String> arguments, Path errors) throws IOException {
    Files.createDirectories(errors.toAbsolutePath().getParent());
    File file = errors.toFile();
    Process process = new ProcessBuilder(java.with(arguments)).redirectError(file).start();
    return new ChildProcess(name, process, errors);
  }

  /** Completed with the object of the ready line, or exceptionally when the child ends before. */
  public CompletableFuture<JsonNode> ready() {
    return ready;
  }

  /** Completed when the child has ended, within half a second. */
  public CompletableFuture<Exit> exit() {
    return exit;
  }

  /** The operating system's number of the child. */
  public long pid() {
    return process.pid();
  }

  /** Asks the child to end, and ends it after 5 s if it does not; returns when it is gone. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.debug("The pipe to {} was closed already", name, e);
    }
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        LOG.warn("{} does not end; it is terminated", name);
        process.destroy();
      }
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(Json.read(line.substring(READY.length())));
        } else {
          LOG.info("{}: {}", name, line);
        }
      }
    } catch (IOException | JacksonException e) {
      ready.completeExceptionally(new IOException(name + " said something unusable", e));
    }
  }

  private String lastWords() {
    try {
      byte[] all = Files.readAllBytes(errors);
      int from = Math.max(0, all.length - LAST_WORDS);
      String tail = new String(all, from, all.length - from, UTF_8);
      return tail.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    } catch (IOException e) {
      LOG.debug("No standard error of {}", name, e);
      return "";
    }
  }
}
