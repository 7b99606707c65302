package dev.plantwright.shell;

import dev.plantwright.api.testing.Fx;
import dev.plantwright.shell.plugins.LoadedPlugin;
import dev.plantwright.shell.plugins.PluginFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;

/** A workbench with the sample plugin in a window, for tests. */
final class Desk implements AutoCloseable {
  final SamplePlugin plugin = new SamplePlugin();
  final Shell shell;
  private final UserFiles files;
  private final ShellLife life;
  private final CompletableFuture<Shell.Ending> ended = new CompletableFuture<>();

  private Desk(WorkbenchOptions options, double width, double height) {
    files = UserFiles.load(options.userDir());
    shell = Fx.call(() -> new Shell(options, files, new Stage(), InstantSource.system()));
    life = new ShellLife(shell, ended::complete);
    Fx.run(
        () -> {
          var plugins =
              new PluginFolder.Result(List.of(new LoadedPlugin("sample", plugin)), List.of());
          life.start(plugins, false, new StartMarker(options.userDir().resolve("starting")));
          shell.window().stage().setWidth(width);
          shell.window().stage().setHeight(height);
        });
    Fx.frames(6);
  }

  static Desk open(Path userDir) {
    return open(WorkbenchOptions.in(userDir), 1600, 1000);
  }

  static Desk open(WorkbenchOptions options, double width, double height) {
    return new Desk(options, width, height);
  }

  Node node(String id) {
    return Fx.call(() -> find(shell.window().scene().getRoot(), id));
  }

  private static Node find(Node node, String id) {
    if (id.equals(node.getId())) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = find(child, id);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  void picture(String name) {
    Fx.picture(shell.window().scene(), Path.of("target", "pictures", name + ".png"));
  }

  /** Closes as the user would; the user's files are written. */
  @Override
  public void close() {
    Fx.run(life::close);
    try {
      files.write(ended.join().texts());
      ended.join().drafts().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
