package dev.plantwright.plant.read;

import dev.plantwright.plant.ChartFile;
import dev.plantwright.plant.NamespaceModel;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.PlantFile;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.RuleFile;
import dev.plantwright.plant.SiteFile;
import dev.plantwright.plant.StreamFile;
import dev.plantwright.plant.check.PlantChecks;
import dev.plantwright.plant.check.TagChecks;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.simulation.SimulatedDevice;
import dev.plantwright.plant.simulation.Simulation;
import dev.plantwright.plant.simulation.SimulationRead;
import dev.plantwright.plant.tags.TagTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a plant folder. Never throws for what is in it: a file that cannot be read is a problem,
 * and the rest is read.
 */
public final class PlantReader {
  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, JsonFile> nodeFiles = new LinkedHashMap<>();
  private final Map<String, TagTable> tables = new LinkedHashMap<>();
  private final List<StreamFile> streams = new ArrayList<>();
  private final List<RuleFile> rules = new ArrayList<>();
  private final List<ChartFile> charts = new ArrayList<>();
  private final List<SiteFile> sites = new ArrayList<>();
  private final List<String> devices = new ArrayList<>();
  private final List<SimulatedDevice> simulated = new ArrayList<>();
  private NamespaceModel model = NamespaceModel.EMPTY;
  private Optional<JsonFile> plantFile = Optional.empty();

  private PlantReader(Path folder) {
    this.folder = folder;
  }

  /** Reads and checks a plant. Reads files: not for the thread of a window. */
  public static PlantRead read(Path folder) {
    return read(folder, Map.of());
  }

  /**
   * Reads and checks a plant as it would be with unsaved texts.
   *
   * @param drafts texts by path relative to the folder; they stand for the files
   */
  public static PlantRead read(Path folder, Map<String, String> drafts) {
    return new PlantReader(folder.toAbsolutePath().normalize()).all(drafts);
  }

  private PlantRead all(Map<String, String> drafts) {
    List<PlantFile> files = new FolderFiles(folder, drafts, problems).load();
    files.forEach(this::file);
    Plant plant = plant(files);
    problems.addAll(PlantChecks.check(plant));
    problems.addAll(Simulation.check(simulated));
    problems.sort(Comparator.comparing(Problem::place).thenComparing(Problem::code));
    return new PlantRead(plant, problems);
  }

  private void file(PlantFile file) {
    switch (file.kind()) {
      case PLANT -> plantFile = JsonFile.read(file, "plant", problems);
      case MODEL -> json(file, "model").ifPresent(json -> model = ModelReader.read(json));
      case NODE -> json(file, "node").ifPresent(json -> nodeFiles.put(file.name(), json));
      case TAGS -> file.text().ifPresent(t -> tables.put(file.name(), TagTable.parse(t)));
      case STREAM -> file.text().ifPresent(t -> streams.add(stream(file, t)));
      case RULE -> json(file, "rule").ifPresent(json -> rules.add(rule(file, json)));
      case CHART ->
          json(file, "chart").ifPresent(json -> charts.add(ChartReader.read(file.name(), json)));
      case SITE ->
          json(file, "site").ifPresent(json -> sites.add(SiteReader.read(file.name(), json)));
      case DEVICE -> device(file);
      case SCENARIO, TEST, OTHER -> {}
    }
  }

  private void device(PlantFile file) {
    devices.add(file.name());
    if (file.text().isPresent()) {
      SimulationRead read = Simulation.read(file.path(), file.text().get());
      simulated.addAll(read.devices());
      problems.addAll(read.problems());
    }
  }

  private Optional<JsonFile> json(PlantFile file, String format) {
    return JsonFile.read(file, format, problems);
  }

  private static StreamFile stream(PlantFile file, String sql) {
    return new StreamFile(file.name(), sql, Place.of(file.path()));
  }

  private static RuleFile rule(PlantFile file, JsonFile json) {
    JsonObject body = json.root();
    return new RuleFile(file.name(), body.text("sql").orElse(""), body, json.text(), json.whole());
  }

  private Plant plant(List<PlantFile> files) {
    String folderName = folder.getFileName() == null ? "plant" : folder.getFileName().toString();
    JsonObject settings = plantFile.map(JsonFile::root).orElse(JsonObject.EMPTY);
    String name = settings.text("name").filter(n -> !n.isBlank()).orElse(folderName);
    int version = settings.number("version").map(Number::intValue).orElse(0);
    return new Plant(
        folder,
        name,
        settings.text("title").orElse(name),
        version,
        model,
        drivers(),
        nodeFiles.entrySet().stream()
            .filter(e -> NodeReader.isApp(e.getValue()))
            .map(e -> NodeReader.app(e.getKey(), e.getValue()))
            .toList(),
        streams,
        rules,
        charts,
        sites,
        devices,
        files);
  }

  private List<Node.Driver> drivers() {
    List<Node.Driver> drivers = new ArrayList<>();
    nodeFiles.forEach(
        (name, file) -> {
          if (!NodeReader.isApp(file)) {
            drivers.add(driver(name, file));
          }
        });
    return drivers;
  }

  private Node.Driver driver(String name, JsonFile file) {
    JsonObject root = file.root();
    TagTable table = tables.getOrDefault(name, TagTable.EMPTY);
    Node.Driver bare =
        new Node.Driver(
            name,
            root.text("plugin").orElse(""),
            root.object("params"),
            NodeReader.groups(file),
            List.of(),
            table,
            file.text(),
            file.whole());
    TagChecks.Checked checked = TagChecks.check(bare);
    problems.addAll(checked.problems());
    return bare.withTags(checked.tags());
  }
}
