package dev.plantwright.plant.folder;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Turns paths of plant files into files, none of them outside the plant. */
final class PlantPath {
  private PlantPath() {}

  /**
   * The file of a path.
   *
   * @throws IllegalArgumentException if it is absolute, leads out of the folder or into a hidden
   *     one
   */
  static Path in(Path folder, String path) {
    try {
      Path file = folder.resolve(path).normalize();
      boolean inside = file.startsWith(folder) && !file.equals(folder);
      if (inside && !path.startsWith("/") && visible(folder.relativize(file))) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a path: " + e.getReason(), e);
    }
    throw new IllegalArgumentException("not a file of a plant: " + path);
  }

  private static boolean visible(Path relative) {
    for (Path step : relative) {
      if (step.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
