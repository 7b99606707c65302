package dev.plantwright.plant;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a plant folder says, at one moment. Immutable; lists are in the order of names. What could
 * not be understood is missing here and told as a {@link Problem}.
 *
 * @param folder absolute
 * @param name from plant.json, else the folder's
 * @param title in the user's words; the name if there is none
 * @param formatVersion from plant.json; 0 if it cannot be read
 * @param devices names of the simulated devices
 * @param files all files outside {@code .plantwright} and other hidden folders
 */
public record Plant(
    Path folder,
    String name,
    String title,
    int formatVersion,
    NamespaceModel model,
    List<Node.Driver> drivers,
    List<Node.App> apps,
    List<StreamFile> streams,
    List<RuleFile> rules,
    List<ChartFile> charts,
    List<SiteFile> sites,
    List<String> devices,
    List<PlantFile> files) {
  /** The version of the format that this program writes. */
  public static final int FORMAT_VERSION = 1;

  public Plant {
    drivers = List.copyOf(drivers);
    apps = List.copyOf(apps);
    streams = List.copyOf(streams);
    rules = List.copyOf(rules);
    charts = List.copyOf(charts);
    sites = List.copyOf(sites);
    devices = List.copyOf(devices);
    files = List.copyOf(files);
  }

  public Optional<Node.Driver> driver(String node) {
    return drivers.stream().filter(d -> d.name().equals(node)).findFirst();
  }

  public Optional<PlantFile> file(String path) {
    return files.stream().filter(f -> f.path().equals(path)).findFirst();
  }
}
