package dev.plantwright.launcher;

import java.nio.file.Path;

/** The folder the product lies in, as the start script says. */
record Home(Path path) {
  static final String PROPERTY = "plantwright.home";

  static Home ofThisProcess() {
    String home = System.getProperty(PROPERTY, "");
    if (home.isBlank()) {
      throw new CouldNotRun("Start the product with bin/plantwright, which knows where it lies.");
    }
    return new Home(Path.of(home).toAbsolutePath().normalize());
  }

  /** The sample plant, never edited in place. */
  Path sample() {
    return path.resolve("samples").resolve("bottling-line");
  }

  Path plugins() {
    return path.resolve("plugins");
  }
}
