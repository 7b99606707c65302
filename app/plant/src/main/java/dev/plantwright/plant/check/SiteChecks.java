package dev.plantwright.plant.check;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.PlantFile;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.SiteFile;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.Member;
import dev.plantwright.plant.text.Nearest;
import java.util.List;

/** Checks of sites and of plant.json. */
final class SiteChecks {
  private static final List<String> DOORS =
      List.of("mqtt", "neuron", "ekuiper", "emqx", "hstream", "inspect");

  private final Plant plant;
  private final List<Problem> problems;

  SiteChecks(Plant plant, List<Problem> problems) {
    this.plant = plant;
    this.problems = problems;
  }

  void all() {
    plantFile();
    plant.sites().forEach(this::site);
  }

  private void plantFile() {
    if (plant.files().stream().noneMatch(f -> f.kind() == PlantFile.Kind.PLANT)) {
      String message =
          "The folder has no plant.json. Write one: {\"name\": \"%s\", \"version\": %d}.";
      problems.add(
          Problem.error(
              "PLANT-MISSING",
              Place.of("plant.json"),
              message.formatted(plant.name(), Plant.FORMAT_VERSION)));
    } else if (plant.formatVersion() > Plant.FORMAT_VERSION) {
      String message = "The plant is of version %d and this program knows %d. Use a newer program.";
      problems.add(
          Problem.error(
              "PLANT-VERSION",
              Place.of("plant.json"),
              message.formatted(plant.formatVersion(), Plant.FORMAT_VERSION)));
    }
  }

  private void site(SiteFile site) {
    switch (site.kind()) {
      case LOCAL -> local(site);
      case REMOTE -> remote(site);
    }
  }

  private void local(SiteFile site) {
    if (!site.doors().isEmpty()) {
      String message = "The doors of a local site are known when it runs: these have no effect.";
      problems.add(Problem.warning("SITE-DOOR", doors(site), message));
    }
  }

  private void remote(SiteFile site) {
    if (site.doors().isEmpty()) {
      String message =
          "A remote site needs doors, such as {\"mqtt\": {\"host\": \"...\"}}. Add one.";
      problems.add(Problem.error("SITE-DOOR", doors(site), message));
    }
    for (Member door : site.source().object().object("doors").members()) {
      if (!DOORS.contains(door.name())) {
        String hint = Nearest.hint(door.name(), DOORS);
        String message = "There is no door %s. There are: %s.%s";
        Place place = Place.of(site.place().file(), site.source().lines(), door.nameSpan().start());
        problems.add(
            Problem.warning(
                "SITE-DOOR",
                place,
                message.formatted(door.name(), String.join(", ", DOORS), hint)));
      }
    }
  }

  private static Place doors(SiteFile site) {
    return site.source()
        .at("/doors")
        .map(JsonValue::span)
        .map(s -> Place.of(site.place().file(), site.source().lines(), s.start()))
        .orElse(site.place());
  }
}
