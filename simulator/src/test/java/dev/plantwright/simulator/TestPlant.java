package dev.plantwright.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plant folder with simulated devices, for tests. */
public record TestPlant(Path folder) {
  /** Adds a device whose points and faults are given as the inside of their objects. */
  public TestPlant device(String name, String points, String rest) {
    String comma = rest.isEmpty() ? "" : ", ";
    return file(
        name,
        "{\"protocol\": \"Modbus TCP\", \"seed\": 7, \"points\": {%s}%s%s}"
            .formatted(points, comma, rest));
  }

  public TestPlant file(String name, String text) {
    try {
      Path file = folder.resolve("simulation").resolve(name + ".json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts everything on free ports. */
  public Simulator start(ManualClock clock) {
    try {
      return Simulator.start(new SimulatorOptions(folder, 0, true), clock);
    } catch (CannotStart e) {
      throw new AssertionError(e);
    }
  }
}
