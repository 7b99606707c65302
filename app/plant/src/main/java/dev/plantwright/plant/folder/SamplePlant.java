package dev.plantwright.plant.folder;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A plant that comes with the program and is copied before it is used. */
public final class SamplePlant {
  private static final int MOST_COPIES = 1000;

  private final Path source;

  /**
   * @param source its folder in the program, never written to
   */
  public SamplePlant(Path source) {
    this.source = source.toAbsolutePath().normalize();
  }

  public String name() {
    return source.getFileName().toString();
  }

  /** The copy of the user, as the user left it; made if there is none yet. */
  public Path openIn(Path plants) throws IOException {
    Path copy = plants.resolve(name());
    if (!Files.exists(copy)) {
      copyTo(copy);
    }
    return copy;
  }

  /** A fresh copy beside all others: NAME, else NAME-2, NAME-3 ... */
  public Path copyIn(Path plants) throws IOException {
    for (int i = 1; i <= MOST_COPIES; i++) {
      Path copy = plants.resolve(i == 1 ? name() : name() + "-" + i);
      if (!Files.exists(copy)) {
        copyTo(copy);
        return copy;
      }
    }
    throw new IOException("%s holds %d copies already".formatted(plants, MOST_COPIES));
  }

  /** Copies beside the goal and moves then, so that half a plant is never seen. */
  private void copyTo(Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    Path fresh = copy.resolveSibling("." + copy.getFileName() + "." + UUID.randomUUID());
    for (Path from : files()) {
      Path to = fresh.resolve(source.relativize(from).toString());
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        // the program's own files may be read-only, the user's copy must not be
        Files.write(to, Files.readAllBytes(from));
      }
    }
    rename(fresh.resolve("plant.json"), copy.getFileName().toString());
    Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      Path state = source.resolve(".plantwright");
      return files.filter(f -> !f.startsWith(state)).toList();
    }
  }

  private static void rename(Path plantFile, String name) throws IOException {
    if (Files.exists(plantFile)) {
      JsonText text = JsonText.parse(Files.readString(plantFile));
      Files.writeString(plantFile, text.with("/name", JsonValue.of(name)).text());
    }
  }
}
