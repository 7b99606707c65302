package dev.plantwright.sites.deploy;

import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.sites.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says which wishes cannot be fulfilled, and why. */
final class Judgement {
  private final Site site;
  private final Set<String> plugins;
  private final Map<String, Problem> errors = new HashMap<>();
  private final Map<Thing, String> refused = new HashMap<>();

  Judgement(PlantRead read, Site site, Set<String> plugins) {
    this.site = site;
    this.plugins = plugins;
    read.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .forEach(problem -> errors.putIfAbsent(problem.place().file(), problem));
  }

  /** The wishes in their order, refused where they cannot be fulfilled. */
  List<Wanted> of(List<Wanted> wishes) {
    List<Wanted> judged = new ArrayList<>();
    for (Wanted wish : wishes) {
      Wanted result = reason(wish).map(wish::refused).orElse(wish);
      result.refusal().ifPresent(reason -> refused.put(wish.thing(), reason));
      judged.add(result);
    }
    return judged;
  }

  /** True when the file that would say so cannot be trusted: nothing of it is removed. */
  boolean isUnclear(Thing thing) {
    return errors.containsKey(file(thing));
  }

  private Optional<String> reason(Wanted wish) {
    Thing thing = wish.thing();
    return missingDoor(thing).or(() -> error(wish)).or(() -> plugin(wish)).or(() -> outer(thing));
  }

  private Optional<String> missingDoor(Thing thing) {
    boolean there =
        switch (thing.kind()) {
          case NODE, GROUP, TAG, SETTING, SUBSCRIPTION -> site.neuron().isPresent();
          case STREAM, RULE -> site.ekuiper().isPresent();
        };
    return there
        ? Optional.empty()
        : Optional.of("site " + site.name() + " has no door " + thing.door());
  }

  // Lines of a tag table with an error are not among the wishes; the others are good.
  private Optional<String> error(Wanted wish) {
    return wish.thing().kind() == Thing.Kind.TAG
        ? Optional.empty()
        : Optional.ofNullable(errors.get(wish.file())).map(Judgement::words);
  }

  static String words(Problem problem) {
    return "%s at %s:%d: %s"
        .formatted(
            problem.code(), problem.place().file(), problem.place().line(), problem.message());
  }

  private Optional<String> plugin(Wanted wish) {
    return wish.written() instanceof Content.Node(String plugin, var kind)
            && !plugins.contains(plugin)
        ? Optional.of("the gateway has no plugin " + plugin)
        : Optional.empty();
  }

  /** What belongs to something refused is refused with it. */
  private Optional<String> outer(Thing thing) {
    List<String> path = thing.path();
    return switch (thing.kind()) {
      case NODE, STREAM, RULE -> Optional.empty();
      case SETTING, GROUP -> because(Thing.node(path.get(0)));
      case TAG ->
          because(Thing.node(path.get(0))).or(() -> because(Thing.group(path.get(0), path.get(1))));
      case SUBSCRIPTION ->
          because(Thing.node(path.get(0)))
              .or(() -> because(Thing.node(path.get(1))))
              .or(() -> because(Thing.group(path.get(1), path.get(2))));
    };
  }

  private Optional<String> because(Thing outer) {
    return refused.containsKey(outer) ? Optional.of(outer + " is refused") : Optional.empty();
  }

  private static String file(Thing thing) {
    String first = thing.path().getFirst();
    return switch (thing.kind()) {
      case NODE, GROUP, SETTING, SUBSCRIPTION -> "gateways/" + first + "/node.json";
      case TAG -> "gateways/" + first + "/tags.csv";
      case STREAM -> "streams/" + first + ".sql";
      case RULE -> "rules/" + first + ".json";
    };
  }
}
