package dev.plantwright.shell.drafts;

import dev.plantwright.shell.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The drafts of a plant, in {@code .plantwright/drafts}: one of each file, and at most one put
 * aside because its file changed meanwhile. Blocks; one thread at a time.
 */
final class DraftFolder {
  private static final String DRAFT = ".draft";
  private static final String ASIDE = ".aside";

  private final Path root;

  DraftFolder(Path plant) {
    root = plant.resolve(".plantwright/drafts").toAbsolutePath().normalize();
  }

  /** What there is of a file. */
  record Found(Optional<Draft> draft, Optional<Draft> aside) {}

  Found find(String file) throws IOException {
    return new Found(read(path(file, DRAFT)), read(path(file, ASIDE)));
  }

  private static Optional<Draft> read(Path path) throws IOException {
    return Files.exists(path) ? Optional.of(Draft.parse(Files.readString(path))) : Optional.empty();
  }

  void write(Draft draft) throws IOException {
    WholeFile.write(path(draft.file(), DRAFT), draft.print());
  }

  void remove(String file) throws IOException {
    Files.deleteIfExists(path(file, DRAFT));
  }

  void putAside(String file) throws IOException {
    Files.move(path(file, DRAFT), path(file, ASIDE), StandardCopyOption.REPLACE_EXISTING);
  }

  void removeAside(String file) throws IOException {
    Files.deleteIfExists(path(file, ASIDE));
  }

  /** Files that have a draft, in order. */
  List<String> files() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(p -> root.relativize(p).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(DRAFT) || name.endsWith(ASIDE))
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .distinct()
          .sorted()
          .toList();
    }
  }

  private Path path(String file, String suffix) throws IOException {
    Path path = root.resolve(file + suffix).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("not a file of the plant: " + file);
    }
    return path;
  }
}
