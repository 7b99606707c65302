package dev.plantwright.shell;

import dev.plantwright.shell.jobs.JobRunner;
import dev.plantwright.shell.plugins.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workbench as a program: one window, until it is closed. */
public final class WorkbenchApp {
  private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApp.class);
  private static final int CRASHES = 2;
  private static final int GRACE_SECONDS = 5;

  private final WorkbenchOptions options;
  private final CompletableFuture<Shell.Ending> ended = new CompletableFuture<>();
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
   * Shows the window and waits until it is closed. Starts the JavaFX toolkit: once per process. The
   * caller holds the user folder for this process alone.
   *
   * @throws CouldNotStart if the user folder cannot be written
   */
  public static void run(WorkbenchOptions options) throws CouldNotStart {
    try {
      Files.createDirectories(options.userDir());
      new WorkbenchApp(options).show();
    } catch (IOException e) {
      throw new CouldNotStart(
          "The folder %s cannot be used: %s".formatted(options.userDir(), e.getMessage()), e);
    }
  }

  private void show() throws IOException {
    StartMarker marker = new StartMarker(options.userDir().resolve("starting"));
    boolean safe = marker.begin() >= CRASHES;
    UserFiles files = UserFiles.load(options.userDir());
    CompletableFuture<PluginFolder.Result> plugins =
        CompletableFuture.supplyAsync(() -> plugins(safe));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> terminate(files)));
    EndSignal.handle(this::asked);
    Platform.startup(() -> begin(files, plugins.join(), safe, marker));
    finish(files, ended.join());
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

  /** Asked to end by a signal: as if the user closed the window. */
  private void asked() {
    ShellLife running = life;
    if (running == null) {
      Runtime.getRuntime().halt(0);
    }
    JobRunner.onFx(running::close);
    try {
      ended.get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      LOG.error("the window did not end in time", e);
      Runtime.getRuntime().halt(0);
    }
  }

  /** Ends by other ways than the window: as if the window was closed, and that is no failure. */
  private void terminate(UserFiles files) {
    if (ended.isDone()) {
      return;
    }
    JobRunner.onFx(() -> life.end());
    try {
      finish(files, ended.get(GRACE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      LOG.error("the window did not end in time", e);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void finish(UserFiles files, Shell.Ending ending) {
    try (AutoCloseable children = ending.children().orElse(() -> {})) {
      LOG.debug("ends {}", children);
      files.write(ending.texts());
      ending.drafts().get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      LOG.error("the workbench could not end as it should", e);
    }
  }
}
