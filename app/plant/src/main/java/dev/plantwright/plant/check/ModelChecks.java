package dev.plantwright.plant.check;

import dev.plantwright.plant.NamespaceModel.Asset;
import dev.plantwright.plant.NamespaceModel.ValueSpec;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.text.Nearest;
import java.util.List;
import java.util.Map;

/** Checks of the namespace model. */
final class ModelChecks {
  private static final List<String> LEVELS =
      List.of("enterprise", "site", "area", "line", "cell", "asset");

  private final Plant plant;
  private final List<Problem> problems;

  ModelChecks(Plant plant, List<Problem> problems) {
    this.plant = plant;
    this.problems = problems;
  }

  void all() {
    plant.model().types().values().forEach(t -> values(t.values()));
    plant.model().roots().forEach(a -> asset(a, -1));
  }

  private void asset(Asset asset, int above) {
    String name = asset.name();
    if (name.isBlank() || name.contains("/") || Topics.wildcard(name) >= 0) {
      String message =
          "\"%s\" cannot be a step of a topic: no /, + or #, and not empty. Rename it.";
      problems.add(Problem.error("MODEL-NAME", asset.place(), message.formatted(name)));
    }
    Map<String, ?> types = plant.model().types();
    if (!asset.type().isEmpty() && !types.containsKey(asset.type())) {
      String message = "There is no type %s in types.%s";
      String hint = Nearest.hint(asset.type(), types.keySet());
      problems.add(
          Problem.error("MODEL-TYPE", asset.place(), message.formatted(asset.type(), hint)));
    }
    int level = LEVELS.indexOf(asset.level());
    if (level >= 0 && level <= above && !(level == above && level == LEVELS.size() - 1)) {
      String message = "%s is of level %s below a %s. Change one of the levels.";
      problems.add(
          Problem.warning(
              "MODEL-LEVEL",
              asset.place(),
              message.formatted(name, asset.level(), LEVELS.get(above))));
    }
    values(asset.values());
    asset.children().forEach(c -> asset(c, level < 0 ? above : level));
  }

  private void values(Map<String, ValueSpec> values) {
    for (ValueSpec value : values.values()) {
      if (value.low().isPresent()
          && value.high().isPresent()
          && value.low().get().compareTo(value.high().get()) > 0) {
        String message = "The low limit %s of %s is above its high limit %s. Swap them.";
        problems.add(
            Problem.error(
                "MODEL-LIMIT",
                value.place(),
                message.formatted(
                    value.low().get().toPlainString(),
                    value.name(),
                    value.high().get().toPlainString())));
      }
    }
  }
}
