package dev.plantwright.shell;

import dev.plantwright.shell.jobs.JobRunner;
import dev.plantwright.shell.plugins.PluginFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workbench as a program: one window, until it is closed. */
public final class WorkbenchApp {
  private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApp.class);
  private static final int CRASHES = 2;

  private final WorkbenchOptions options;
  private final CompletableFuture<UserFiles.Texts> ended = new CompletableFuture<>();
  private volatile ShellLife life;

  private WorkbenchApp(WorkbenchOptions options) {
    this.options = options;
  }

  /** The workbench could not be started; the message is one sentence for the user. */
  public static final class CouldNotStart extends Exception {
    private static final long serialVersionUID = 1;

    CouldNotStart(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Shows the window and waits until it is closed. Starts the JavaFX toolkit: once per process.
   *
   * @throws CouldNotStart if the user folder is in use or cannot be written
   */
  public static void run(WorkbenchOptions options) throws CouldNotStart {
    try (FileChannel channel = open(options.userDir());
        FileLock lock = lock(channel, options.userDir())) {
      LOG.debug("{} is ours: {}", options.userDir(), lock);
      new WorkbenchApp(options).show();
    } catch (IOException e) {
      throw new CouldNotStart(
          "The folder %s cannot be used: %s".formatted(options.userDir(), e.getMessage()), e);
    }
  }

  private static FileChannel open(Path userDir) throws IOException {
    Files.createDirectories(userDir);
    return FileChannel.open(
        userDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static FileLock lock(FileChannel channel, Path userDir)
      throws IOException, CouldNotStart {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("this process has it already", e);
    }
    throw new CouldNotStart(
        "Another Plantwright window uses %s; close it, or choose another folder with --user-dir."
            .formatted(userDir),
        null);
  }

  private void show() throws IOException {
    StartMarker marker = new StartMarker(options.userDir().resolve("starting"));
    boolean safe = marker.begin() >= CRASHES;
    UserFiles files = UserFiles.load(options.userDir());
    CompletableFuture<PluginFolder.Result> plugins =
        CompletableFuture.supplyAsync(() -> plugins(safe));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> terminate(files)));
    Platform.startup(() -> begin(files, plugins.join(), safe, marker));
    UserFiles.Texts texts = ended.join();
    files.write(texts);
    Platform.exit();
  }

  private PluginFolder.Result plugins(boolean safe) {
    return options
        .plugins()
        .filter(p -> !safe)
        .map(p -> PluginFolder.load(p, options.launch().keySet()))
        .orElse(new PluginFolder.Result(List.of(), List.of()));
  }

  private void begin(
      UserFiles files, PluginFolder.Result plugins, boolean safe, StartMarker marker) {
    try {
      Shell shell = new Shell(options, files, new Stage(), InstantSource.system());
      life = new ShellLife(shell, ended::complete);
      life.start(plugins, safe, marker);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("the window could not be made", e);
      ended.completeExceptionally(e);
    }
  }

  /** Asked to end from outside: as if the window was closed, and that is no failure. */
  private void terminate(UserFiles files) {
    if (ended.isDone()) {
      return;
    }
    JobRunner.onFx(() -> life.close());
    try {
      files.write(ended.join());
    } catch (IOException e) {
      LOG.error("layout and settings could not be written", e);
    }
    Runtime.getRuntime().halt(0);
  }
}
