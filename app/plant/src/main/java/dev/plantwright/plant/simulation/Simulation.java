package dev.plantwright.plant.simulation;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads simulated devices. Nothing here throws for what a user may have written. */
public final class Simulation {
  /** The folder of a plant with one file a device. */
  public static final String FOLDER = "simulation";

  private static final String ENDING = ".json";

  private Simulation() {}

  /** Reads the file of one device, without looking at the others. */
  public static SimulationRead read(String file, String text) {
    DeviceReader reader = new DeviceReader(nameOf(file), file, JsonText.parse(text));
    Optional<SimulatedDevice> device = reader.read();
    return new SimulationRead(device.stream().toList(), reader.findings().problems());
  }

  /** Reads all devices of a plant folder, in the order of their names. */
  public static SimulationRead read(Path plant) {
    List<SimulatedDevice> devices = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path path : files(plant.resolve(FOLDER), problems)) {
      String file = FOLDER + "/" + path.getFileName();
      try {
        SimulationRead one = read(file, Files.readString(path, StandardCharsets.UTF_8));
        devices.addAll(one.devices());
        problems.addAll(one.problems());
      } catch (IOException e) {
        String message = "The file cannot be read as UTF-8 text: " + e.getMessage();
        problems.add(Problem.error("SIM-FILE", Place.of(file), message));
      }
    }
    problems.addAll(check(devices));
    return new SimulationRead(devices, problems);
  }

  private static List<Path> files(Path folder, List<Problem> problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.getFileName().toString().endsWith(ENDING))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      String message = "The folder cannot be read: " + e.getMessage();
      problems.add(Problem.error("SIM-FILE", Place.of(FOLDER), message));
      return List.of();
    }
  }

  /** What several devices must be to each other: no port twice. */
  public static List<Problem> check(List<SimulatedDevice> devices) {
    List<Problem> problems = new ArrayList<>();
    Map<Integer, String> ports = new HashMap<>();
    for (SimulatedDevice device : devices) {
      String other = device.port() == 0 ? null : ports.putIfAbsent(device.port(), device.name());
      if (other != null) {
        String message = "Port %d is already that of \"%s\". Give this device another one.";
        problems.add(
            Problem.error(
                "SIM-PORT",
                Place.of(FOLDER + "/" + device.name() + ENDING),
                message.formatted(device.port(), other)));
      }
    }
    return problems;
  }

  private static String nameOf(String file) {
    String last = file.substring(file.lastIndexOf('/') + 1);
    return last.endsWith(ENDING) ? last.substring(0, last.length() - ENDING.length()) : last;
  }
}
