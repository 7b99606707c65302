package dev.plantwright.plant.check;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.PlantFile;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.text.Lines;
import dev.plantwright.plant.text.Nearest;
import dev.plantwright.plant.variables.Variable;
import dev.plantwright.plant.variables.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that variables of plant files will have a value when they are deployed. */
final class VariableChecks {
  /** Placeholders that a gateway fills in itself, in the schema of custom messages. */
  private static final Set<String> OF_GATEWAYS =
      Set.of(
          "timestamp",
          "node",
          "group",
          "tags",
          "tag_values",
          "tag_errors",
          "tag_error_values",
          "static_tags",
          "static_tag_values");

  private final Plant plant;
  private final List<Problem> problems;

  VariableChecks(Plant plant, List<Problem> problems) {
    this.plant = plant;
    this.problems = problems;
  }

  void all() {
    for (PlantFile file : plant.files()) {
      switch (file.kind()) {
        case NODE, RULE, STREAM -> file(file, true);
        case SITE -> file(file, false);
        case PLANT, MODEL, TAGS, CHART, DEVICE, SCENARIO, TEST, OTHER -> {}
      }
    }
  }

  private void file(PlantFile file, boolean ofSite) {
    String text = file.text().orElse("");
    Lines lines = Lines.of(text);
    for (Variable variable : Variables.in(text)) {
      Place place = Place.of(file.path(), lines, variable.span().start());
      if (variable.isOurs()) {
        wrong(variable, ofSite)
            .ifPresent(message -> problems.add(Problem.error("VARIABLE", place, message)));
      } else if (!OF_GATEWAYS.contains(variable.name())) {
        problems.add(Problem.warning("VARIABLE", place, foreign(variable)));
      }
    }
  }

  private Optional<String> wrong(Variable variable, boolean ofSite) {
    String name = variable.name();
    if (variable.isSecret()) {
      return variable.subject().matches("[A-Za-z0-9_.-]+")
          ? Optional.empty()
          : Optional.of("A secret has a name: write ${secret:NAME}, of letters and digits.");
    }
    if (!ofSite) {
      return Optional.of("A site cannot refer to itself: write the value, or ${secret:NAME}.");
    }
    if (Variable.OF_SITES.contains(name)) {
      return Optional.empty();
    }
    return name.startsWith("device.") ? device(variable) : Optional.of(noSuch(name));
  }

  private Optional<String> device(Variable variable) {
    String device = variable.subject();
    if (device.isEmpty()) {
      return Optional.of(noSuch(variable.name()));
    }
    return plant.devices().contains(device)
        ? Optional.empty()
        : Optional.of(
            "There is no simulated device %s in simulation/.%s"
                .formatted(device, Nearest.hint(device, plant.devices())));
  }

  private String noSuch(String name) {
    String hint =
        Nearest.to(name, known())
            .map(" Did you mean ${%s}?"::formatted)
            .orElse(
                " There are ${site.mqtt.host}, .port, .user, .password and ${device.NAME.port}.");
    return "There is no variable ${%s}.%s".formatted(name, hint);
  }

  private List<String> known() {
    List<String> known = new ArrayList<>(Variable.OF_SITES);
    plant.devices().forEach(d -> known.add("device." + d + ".port"));
    return known;
  }

  private String foreign(Variable variable) {
    String name = variable.name();
    String hint =
        Nearest.to(name, known())
            .map(" Did you mean ${%s}?"::formatted)
            .orElse(" It is deployed as it stands.");
    return "${%s} is no variable of a plant.%s".formatted(name, hint);
  }
}
