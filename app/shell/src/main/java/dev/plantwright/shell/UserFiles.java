package dev.plantwright.shell;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.shell.dock.LayoutFile;
import dev.plantwright.shell.files.KeptFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Layout and settings in the user's folder. Read before the window is there; one that cannot be
 * read is kept beside, is told as a problem, and the defaults are used.
 */
final class UserFiles {
  /** What is to be written. */
  record Texts(String layout, String settings) {}

  private final KeptFile layoutFile;
  private final KeptFile settingsFile;
  private final List<Problem> problems = new ArrayList<>();
  private LayoutFile layout = LayoutFile.EMPTY;
  private Optional<String> settings = Optional.empty();
  private Texts written = new Texts("", "");
  private boolean touched;

  private UserFiles(Path userDir) {
    layoutFile = new KeptFile(userDir.resolve("layout.json"));
    settingsFile = new KeptFile(userDir.resolve("settings.json"));
  }

  /** Reads both files; not on the FX thread. */
  static UserFiles load(Path userDir) {
    UserFiles files = new UserFiles(userDir);
    files.read();
    return files;
  }

  private void read() {
    try {
      Optional<String> text = layoutFile.read();
      if (text.isPresent()) {
        layout = LayoutFile.parse(text.get());
      }
    } catch (IOException | LayoutFile.Unreadable e) {
      problems.add(unreadable(layoutFile, "LAYOUT-UNREADABLE", e, "The default layout is shown"));
    }
    try {
      settings = settingsFile.read();
    } catch (IOException e) {
      problems.add(unreadable(settingsFile, "SETTINGS-UNREADABLE", e, "Default settings are used"));
    }
  }

  private static Problem unreadable(KeptFile file, String code, Exception e, String instead) {
    return Problem.warning(
        code,
        Place.of(file.path().getFileName().toString()),
        "%s cannot be read: %s. %s; the former file is kept as %s.1."
            .formatted(file.path(), e.getMessage(), instead, file.path().getFileName()));
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  LayoutFile layout() {
    return layout;
  }

  Optional<String> settings() {
    return settings;
  }

  /** Something changed that is to be written soon. FX thread. */
  void touch() {
    touched = true;
  }

  /** Whether something changed since the last call. FX thread. */
  boolean takeTouched() {
    boolean was = touched;
    touched = false;
    return was;
  }

  /** Writes what differs from what was written last; one thread at a time, not the FX thread. */
  void write(Texts texts) throws IOException {
    if (!texts.layout().equals(written.layout())) {
      layoutFile.write(texts.layout());
    }
    if (!texts.settings().equals(written.settings())) {
      settingsFile.write(texts.settings());
    }
    written = texts;
  }
}
