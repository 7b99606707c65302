package dev.plantwright.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there while the workbench starts, with how often that did not succeed. */
final class StartMarker {
  private final Path path;

  StartMarker(Path path) {
    this.path = path;
  }

  /** Notes that a start begins; gives how many before it did not come to their first frame. */
  int begin() throws IOException {
    int failed = 0;
    if (Files.exists(path)) {
      String text = Files.readString(path).strip();
      failed = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 1;
    }
    Files.writeString(path, Integer.toString(failed + 1));
    return failed;
  }

  /** The start succeeded. */
  void done() throws IOException {
    Files.deleteIfExists(path);
  }
}
