package dev.plantwright.launcher;

import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what is wrong with a plant, one line a problem; 1 when there are errors. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Says what is wrong in a plant's files: file:line:column: error|warning CODE text.")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PLANT", description = "Folder of the plant.")
  private Path plant;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PlantRead read = PlantReader.read(folder(plant));
    read.problems().forEach(terminal.out()::println);
    return read.hasErrors() ? 1 : 0;
  }

  /**
   * The folder, absolute.
   *
   * @throws CouldNotRun if it is none
   */
  static Path folder(Path plant) {
    if (!Files.isDirectory(plant)) {
      throw new CouldNotRun("There is no plant folder " + plant + ".");
    }
    return plant.toAbsolutePath().normalize();
  }
}
