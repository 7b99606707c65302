package dev.plantwright.live;

import dev.plantwright.plant.NamespaceModel;
import dev.plantwright.plant.NamespaceModel.Asset;
import dev.plantwright.plant.NamespaceModel.ValueSpec;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Tag;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Meanings by path, gathered once from a plant: tags as they are published, then the model. */
final class PlantMeanings {
  private final Map<String, Meaning> byPath = new HashMap<>();

  private PlantMeanings() {}

  static Meanings of(Plant plant) {
    PlantMeanings meanings = new PlantMeanings();
    for (Node.App app : plant.apps()) {
      for (Node.Subscription subscription : app.subscriptions()) {
        plant
            .driver(subscription.driver())
            .ifPresent(driver -> meanings.tags(driver, subscription));
      }
    }
    meanings.assets(plant.model().roots(), plant.model());
    Map<String, Meaning> found = Map.copyOf(meanings.byPath);
    return path -> found.getOrDefault(path, Meaning.UNKNOWN);
  }

  private void tags(Node.Driver driver, Node.Subscription subscription) {
    if (subscription.topic().isEmpty()) {
      return;
    }
    for (Tag tag : driver.tags()) {
      if (tag.group().equals(subscription.group())) {
        String path = subscription.topic() + "/" + tag.name();
        Meaning meaning =
            Meaning.UNKNOWN
                .withUnit(tag.unit())
                .withTag(new Meaning.Tag(driver.name(), tag.group(), tag.name()));
        byPath.put(path, tag.precision() > 0 ? meaning.withDecimals(tag.precision()) : meaning);
      }
    }
  }

  private void assets(List<Asset> assets, NamespaceModel model) {
    for (Asset asset : assets) {
      level(asset.level())
          .ifPresent(
              level ->
                  byPath.merge(
                      asset.path(),
                      Meaning.UNKNOWN.withLevel(level),
                      (known, named) -> known.withLevel(level)));
      Optional.ofNullable(model.types().get(asset.type()))
          .ifPresent(type -> type.values().values().forEach(spec -> value(asset, spec)));
      asset.values().values().forEach(spec -> value(asset, spec));
      assets(asset.children(), model);
    }
  }

  private void value(Asset asset, ValueSpec spec) {
    String path = asset.path() + "/" + spec.name();
    Meaning known = byPath.getOrDefault(path, Meaning.UNKNOWN);
    Meaning limited = known.withLimits(number(spec.low()), number(spec.high()));
    Meaning named = spec.unit().isEmpty() ? limited : limited.withUnit(spec.unit());
    byPath.put(path, spec.states().isEmpty() ? named : named.withStates(spec.states()));
  }

  private static OptionalDouble number(Optional<BigDecimal> limit) {
    return limit
        .map(BigDecimal::doubleValue)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  private static Optional<Meaning.Level> level(String name) {
    for (Meaning.Level level : Meaning.Level.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
