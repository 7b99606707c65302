package dev.plantwright.plugins.gateway;

import dev.plantwright.api.Command;
import dev.plantwright.api.FileKind;
import dev.plantwright.api.Finder;
import dev.plantwright.api.Focus;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Perspective;
import dev.plantwright.api.WorkbenchPlugin;
import dev.plantwright.plugins.gateway.nodes.NodesPart;
import dev.plantwright.plugins.gateway.tags.TagsPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pf4j.Plugin;

/** The gateway of a site: its nodes and their tag tables. */
public final class GatewayPlugin extends Plugin implements WorkbenchPlugin {
  private static final String GATEWAY = "mdi2l-lan";
  private static final String TABLE = "mdi2t-table";

  @Override
  public List<PartType> parts() {
    return List.of(
        PartType.view("nodes", "Nodes", GATEWAY, PartPlace.LEFT, NodesPart::new),
        PartType.editor("tags", "Tags", TABLE, TagsPart::new));
  }

  @Override
  public List<FileKind> files() {
    return List.of(
        new FileKind("tags", "Tag table", TABLE, "gateways/*/tags.csv", "tags", Optional.empty()));
  }

  @Override
  public List<Perspective> perspectives() {
    return List.of(
        new Perspective(
            "gateway",
            "Gateway",
            GATEWAY,
            20,
            Map.of(
                PartPlace.LEFT, List.of("nodes", "plant"),
                PartPlace.BOTTOM, List.of("problems", "progress", "log"))));
  }

  @Override
  public List<Command> commands() {
    return List.of(
        on("tags.filter", "Filter Tags", TagsPart::filter).icon("mdi2f-filter-outline"),
        on("tags.add", "Add Tag", TagsPart::add).icon("mdi2p-plus"),
        on("tags.remove", "Remove Selected Tags", TagsPart::remove).icon("mdi2m-minus"));
  }

  @Override
  public List<Finder> finders() {
    return List.of(TagFinder.finder());
  }

  private static Command on(String id, String title, Consumer<TagsPart> action) {
    return Command.of(id, title, (focus, workbench) -> part(focus).ifPresent(action))
        .when(focus -> part(focus).isPresent());
  }

  private static Optional<TagsPart> part(Focus focus) {
    return focus.part().flatMap(part -> part.as(TagsPart.class));
  }
}
