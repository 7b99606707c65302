package dev.plantwright.shell.plant;

import dev.plantwright.api.Jobs;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The open plant: its newest reading, its problems, and writing its files. FX thread. */
public final class PlantDesk {
  private static final String PRODUCER = "plant";

  private final Jobs jobs;
  private final ProblemList problems;
  private final ReadOnlyObjectWrapper<Optional<Plant>> plant =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Path> folder = Optional.empty();

  public PlantDesk(Jobs jobs, ProblemList problems) {
    this.jobs = jobs;
    this.problems = problems;
  }

  public ReadOnlyObjectProperty<Optional<Plant>> plant() {
    return plant.getReadOnlyProperty();
  }

  /** Reads a folder and shows it instead of the present one. */
  public Jobs.Job<PlantRead> open(Path path) {
    folder = Optional.of(path.toAbsolutePath().normalize());
    return refresh("Open " + path.getFileName());
  }

  private Jobs.Job<PlantRead> refresh(String title) {
    Path wanted = folder.orElseThrow();
    return jobs.quietly(title, progress -> read(wanted)).then(this::show);
  }

  private static PlantRead read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is not a folder");
    }
    return PlantReader.read(folder);
  }

  private void show(PlantRead read) {
    problems.report(PRODUCER, read.problems());
    plant.set(Optional.of(read.plant()));
  }

  public Jobs.Job<String> read(String file) {
    Path path = resolve(file);
    return jobs.quietly("Read " + file, progress -> Files.readString(path, StandardCharsets.UTF_8));
  }

  public Jobs.Job<Void> write(String file, String text) {
    Path path = resolve(file);
    return jobs.<Void>quietly(
            "Save " + file,
            progress -> {
              Files.createDirectories(path.getParent());
              Path fresh = path.resolveSibling(path.getFileName() + ".new");
              Files.writeString(fresh, text, StandardCharsets.UTF_8);
              Files.move(
                  fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
              return null;
            })
        .then(done -> refresh("Read the plant"));
  }

  private Path resolve(String file) {
    Path root = folder.orElseThrow(() -> new IllegalStateException("no plant is open"));
    Path path = root.resolve(file).normalize();
    if (!path.startsWith(root)) {
      throw new IllegalArgumentException(file + " is outside the plant");
    }
    return path;
  }

  /** Paths of the plant's files, for Quick Access. */
  public List<String> files() {
    return plant.get().map(p -> p.files().stream().map(f -> f.path()).toList()).orElse(List.of());
  }

  public void close() {
    folder = Optional.empty();
  }
}
