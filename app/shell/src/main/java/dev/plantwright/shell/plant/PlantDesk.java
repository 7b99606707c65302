package dev.plantwright.shell.plant;

import dev.plantwright.api.Jobs;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.folder.Listening;
import dev.plantwright.plant.folder.PlantFolder;
import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.shell.jobs.JobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The open plant: its newest reading, its problems, and writing its files. FX thread. */
public final class PlantDesk {
  private static final String PRODUCER = "plant";
  private static final String NONE = "no plant is open";

  private final Jobs jobs;
  private final ProblemList problems;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Optional<Plant>> plant =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<PlantFolder> folder = Optional.empty();
  private CompletableFuture<PlantFolder> present =
      CompletableFuture.failedFuture(new IllegalStateException(NONE));
  private Listening listening = () -> {};

  public PlantDesk(Jobs jobs, ProblemList problems, InstantSource clock) {
    this.jobs = jobs;
    this.problems = problems;
    this.clock = clock;
  }

  public ReadOnlyObjectProperty<Optional<Plant>> plant() {
    return plant.getReadOnlyProperty();
  }

  /**
   * The newest reading with its problems; empty while no plant is open. Any change comes by plant.
   */
  public Optional<PlantRead> newest() {
    return folder.map(PlantFolder::read);
  }

  /** The folder of the open plant. */
  public Optional<Path> folder() {
    return folder.map(PlantFolder::folder);
  }

  /** A plant will be opened soon: what is read until then waits for it. */
  public void expect() {
    present = new CompletableFuture<>();
  }

  /** Opens a folder and shows it instead of the present one. */
  public Jobs.Job<PlantFolder> open(Path path) {
    return jobs.quietly("Open " + path.getFileName(), progress -> PlantFolder.open(path, clock))
        .then(this::take);
  }

  private void take(PlantFolder opened) {
    close();
    folder = Optional.of(opened);
    present.complete(opened);
    present = CompletableFuture.completedFuture(opened);
    listening = opened.listen(read -> JobRunner.onFx(() -> show(opened, read)));
    show(opened, opened.read());
  }

  private void show(PlantFolder from, PlantRead read) {
    if (folder.filter(f -> f == from).isPresent()) {
      problems.report(PRODUCER, read.problems());
      plant.set(Optional.of(read.plant()));
    }
  }

  /** Reads a text file of the plant; fails if there is none. */
  public Jobs.Job<String> read(String file) {
    CompletableFuture<PlantFolder> opened = present;
    return jobs.quietly("Read " + file, progress -> Files.readString(path(opened, file)));
  }

  private static Path path(CompletableFuture<PlantFolder> opened, String file)
      throws IOException, InterruptedException {
    try {
      return opened.get().folder().resolve(file);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  /** Writes a text file of the plant, the former text kept in its history. */
  public Jobs.Job<Void> write(String file, String text) {
    PlantFolder present = present();
    return jobs.quietly(
        "Save " + file,
        progress -> {
          present.write(file, text);
          return null;
        });
  }

  private PlantFolder present() {
    return folder.orElseThrow(() -> new IllegalStateException(NONE));
  }

  /** Paths of the plant's files, for Quick Access. */
  public List<String> files() {
    return plant.get().map(p -> p.files().stream().map(f -> f.path()).toList()).orElse(List.of());
  }

  public void close() {
    listening.close();
    folder.ifPresent(PlantFolder::close);
    folder = Optional.empty();
  }
}
