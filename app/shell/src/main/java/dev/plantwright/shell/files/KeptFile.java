package dev.plantwright.shell.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A text file of the user that is replaced as a whole: written beside it and moved over it, so that
 * it is the old or the new text even after a crash. The first write of a session keeps the former
 * text as {@code name.1}, the one before as {@code name.2}, up to five. Any one thread at a time.
 */
public final class KeptFile {
  private static final int KEPT = 5;

  private final Path path;
  private boolean kept;

  public KeptFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /** The text, or nothing if there is no file. */
  public Optional<String> read() throws IOException {
    return Files.exists(path)
        ? Optional.of(Files.readString(path, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  public void write(String text) throws IOException {
    if (!kept && Files.exists(path)) {
      keep();
    }
    kept = true;
    WholeFile.write(path, text);
  }

  private void keep() throws IOException {
    for (int i = KEPT - 1; i >= 1; i--) {
      if (Files.exists(sibling("." + i))) {
        Files.move(sibling("." + i), sibling("." + (i + 1)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.copy(path, sibling(".1"), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path sibling(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
