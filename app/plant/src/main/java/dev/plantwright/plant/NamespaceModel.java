package dev.plantwright.plant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tree of a plant after ISA-95 and the types of its assets: namespace/model.json. */
public record NamespaceModel(List<Asset> roots, Map<String, AssetType> types) {
  public static final NamespaceModel EMPTY = new NamespaceModel(List.of(), Map.of());

  public NamespaceModel {
    roots = List.copyOf(roots);
    types = Map.copyOf(types);
  }

  /**
   * One node of the tree.
   *
   * @param path names from the root, with {@code /}: the topic of the asset
   * @param level {@code enterprise site area line cell asset}
   * @param type of the asset; empty text for none
   * @param values of this asset alone, by name; they go before those of its type
   */
  public record Asset(
      String name,
      String path,
      String level,
      String type,
      String title,
      String owner,
      Map<String, ValueSpec> values,
      List<Asset> children,
      Place place) {
    public Asset {
      values = Map.copyOf(values);
      children = List.copyOf(children);
    }
  }

  /** What assets of one type have in common. */
  public record AssetType(String name, String title, Map<String, ValueSpec> values, Place place) {
    public AssetType {
      values = Map.copyOf(values);
    }
  }

  /**
   * What is known of a value.
   *
   * @param low limit below which it is not as it should be
   * @param high limit above which it is not as it should be
   * @param owner who answers for it; empty text if nobody is named
   * @param states what single values mean, by their text
   */
  public record ValueSpec(
      String name,
      String unit,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      String owner,
      Map<String, String> states,
      Place place) {
    public ValueSpec {
      states = Map.copyOf(states);
    }
  }

  /** The asset whose path is a topic. */
  public Optional<Asset> asset(String topic) {
    List<Asset> level = roots;
    Optional<Asset> found = Optional.empty();
    for (String name : topic.split("/", -1)) {
      found = level.stream().filter(a -> a.name().equals(name)).findFirst();
      level = found.map(Asset::children).orElse(List.of());
    }
    return found;
  }

  /** What is known of a member of the messages on a topic: from the asset, else from its type. */
  public Optional<ValueSpec> value(String topic, String member) {
    return asset(topic)
        .flatMap(
            a ->
                Optional.ofNullable(a.values().get(member))
                    .or(
                        () ->
                            Optional.ofNullable(types.get(a.type()))
                                .map(t -> t.values().get(member))));
  }
}
