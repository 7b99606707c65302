package dev.plantwright.plant.read;

import dev.plantwright.plant.NamespaceModel;
import dev.plantwright.plant.NamespaceModel.Asset;
import dev.plantwright.plant.NamespaceModel.AssetType;
import dev.plantwright.plant.NamespaceModel.ValueSpec;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads namespace/model.json. */
final class ModelReader {
  private final JsonFile file;

  private ModelReader(JsonFile file) {
    this.file = file;
  }

  static NamespaceModel read(JsonFile file) {
    ModelReader reader = new ModelReader(file);
    Map<String, AssetType> types = new LinkedHashMap<>();
    for (Member member : file.root().object("types").members()) {
      types.put(member.name(), reader.type(member));
    }
    return new NamespaceModel(reader.assets(file.root().object("nodes"), ""), types);
  }

  private List<Asset> assets(JsonObject nodes, String above) {
    List<Asset> assets = new ArrayList<>();
    for (Member member : nodes.members()) {
      if (member.value() instanceof JsonObject o) {
        assets.add(asset(member, o, above + member.name()));
      }
    }
    return assets;
  }

  private Asset asset(Member member, JsonObject node, String path) {
    return new Asset(
        member.name(),
        path,
        node.text("level").orElse(""),
        node.text("type").orElse(""),
        node.text("title").orElse(""),
        node.text("owner").orElse(""),
        values(node),
        assets(node.object("children"), path + "/"),
        file.at(member));
  }

  private AssetType type(Member member) {
    JsonObject type = member.value() instanceof JsonObject o ? o : JsonObject.EMPTY;
    return new AssetType(
        member.name(), type.text("title").orElse(""), values(type), file.at(member));
  }

  private Map<String, ValueSpec> values(JsonObject owner) {
    Map<String, ValueSpec> values = new LinkedHashMap<>();
    for (Member member : owner.object("values").members()) {
      if (member.value() instanceof JsonObject o) {
        values.put(member.name(), value(member, o));
      }
    }
    return values;
  }

  private ValueSpec value(Member member, JsonObject value) {
    Map<String, String> states = new LinkedHashMap<>();
    for (Member state : value.object("states").members()) {
      if (state.value() instanceof JsonString(String text, _)) {
        states.put(state.name(), text);
      }
    }
    return new ValueSpec(
        member.name(),
        value.text("unit").orElse(""),
        value.number("low"),
        value.number("high"),
        value.text("owner").orElse(""),
        states,
        file.at(member));
  }
}
