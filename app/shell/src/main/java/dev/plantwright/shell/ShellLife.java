package dev.plantwright.shell;

import dev.plantwright.api.Notice;
import dev.plantwright.shell.jobs.JobRunner;
import dev.plantwright.shell.plugins.LoadedPlugin;
import dev.plantwright.shell.plugins.PluginFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Shows the window, tells when it has drawn its first frame, and ends it. FX thread. */
final class ShellLife {
  private final Shell shell;
  private final Consumer<Shell.Ending> ended;
  private boolean closed;

  ShellLife(Shell shell, Consumer<Shell.Ending> ended) {
    this.shell = shell;
    this.ended = ended;
  }

  void start(PluginFolder.Result plugins, boolean safe, StartMarker marker) {
    catchUncaught();
    shell.start(plugins.plugins());
    for (PluginFolder.Failure failure : plugins.failures()) {
      shell.guard().report(failure.name(), "Loading the plugin", failure.cause());
    }
    Stage stage = shell.window().stage();
    stage.setOnCloseRequest(
        e -> {
          e.consume();
          close();
        });
    afterFirstFrame(stage.getScene(), () -> running(safe, marker));
    stage.show();
  }

  private void catchUncaught() {
    Thread.UncaughtExceptionHandler handler =
        (thread, e) -> JobRunner.onFx(() -> shell.guard().report("workbench", thread.getName(), e));
    Thread.currentThread().setUncaughtExceptionHandler(handler);
    Thread.setDefaultUncaughtExceptionHandler(handler);
  }

  private static void afterFirstFrame(Scene scene, Runnable body) {
    Runnable[] listener = new Runnable[1];
    listener[0] =
        () -> {
          scene.removePostLayoutPulseListener(listener[0]);
          // The pulse draws after this; what is run later comes when it has.
          javafx.animation.AnimationTimer next =
              new javafx.animation.AnimationTimer() {
                @Override
                public void handle(long now) {
                  stop();
                  body.run();
                }
              };
          next.start();
        };
    scene.addPostLayoutPulseListener(listener[0]);
  }

  private void running(boolean safe, StartMarker marker) {
    shell
        .jobs()
        .quietly(
            "Note that the start succeeded",
            progress -> {
              marker.done();
              return true;
            });
    shell.started();
    if (safe) {
      offerPlugins();
    }
    shell.options().duration().ifPresent(this::closeAfter);
  }

  private void closeAfter(Duration time) {
    shell
        .jobs()
        .quietly(
            "Close after " + time,
            progress -> {
              Thread.sleep(time);
              return true;
            })
        .then(done -> close());
  }

  /** The last starts did not come to their first frame: this one has no plugins. */
  private void offerPlugins() {
    Runnable load =
        () ->
            shell
                .jobs()
                .start("Load plugins", progress -> loadPlugins())
                .then(result -> shell.addLater(result.plugins()));
    shell.tell(
        new Notice(
            Optional.of(dev.plantwright.plant.Severity.WARNING),
            "Safe mode: plugins are off",
            "The workbench did not start twice. Its plugins were not loaded this time.",
            List.of(new Notice.Action("Load plugins", load))));
  }

  private PluginFolder.Result loadPlugins() {
    return shell
        .options()
        .plugins()
        .map(p -> PluginFolder.load(p, shell.options().launch().keySet()))
        .orElse(new PluginFolder.Result(List.<LoadedPlugin>of(), List.of()));
  }

  /** Ends the workbench as if the user closed the window; once. */
  void close() {
    if (closed) {
      return;
    }
    // An open popup would be drawn by a toolkit that is already gone.
    List.copyOf(Window.getWindows()).stream()
        .filter(w -> w instanceof PopupWindow)
        .forEach(Window::hide);
    List<Window> windows = List.copyOf(Window.getWindows());
    end();
    windows.forEach(Window::hide);
  }

  /** Ends all but the windows: when the process is asked to end they cannot be drawn any more. */
  void end() {
    if (!closed) {
      closed = true;
      ended.accept(shell.close());
    }
  }
}
