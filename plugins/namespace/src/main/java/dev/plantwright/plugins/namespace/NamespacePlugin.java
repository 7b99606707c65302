package dev.plantwright.plugins.namespace;

import dev.plantwright.api.Command;
import dev.plantwright.api.Finder;
import dev.plantwright.api.Focus;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Perspective;
import dev.plantwright.api.WorkbenchPlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pf4j.Plugin;

/** The live namespace of a site as a tree, and the details of what is chosen in it. */
public final class NamespacePlugin extends Plugin implements WorkbenchPlugin {
  private static final String ICON = "mdi2f-file-tree";

  private Optional<NamespacePart> shown = Optional.empty();

  @Override
  public List<PartType> parts() {
    return List.of(
        PartType.view("namespace", "Namespace", ICON, PartPlace.CENTER, this::namespace),
        PartType.view(
            "details", "Details", "mdi2c-card-text-outline", PartPlace.RIGHT, DetailsPart::new));
  }

  @Override
  public List<Perspective> perspectives() {
    return List.of(
        new Perspective(
            "namespace",
            "Namespace",
            ICON,
            10,
            Map.of(
                PartPlace.LEFT, List.of("plant"),
                PartPlace.LEFT_BELOW, List.of("sites"),
                PartPlace.CENTER, List.of("namespace"),
                PartPlace.RIGHT, List.of("details"),
                PartPlace.BOTTOM, List.of("problems", "progress", "log"))));
  }

  @Override
  public List<Command> commands() {
    return List.of(
        on("namespace.filter", "Filter Topics", NamespacePart::focus)
            .icon("mdi2f-filter-outline")
            .keys("Ctrl+F"),
        on("namespace.next-match", "Go to Next Match", part -> part.match(true)).keys("F3"),
        on("namespace.previous-match", "Go to Previous Match", part -> part.match(false))
            .keys("Shift+F3"),
        on("namespace.collapse-all", "Collapse All Topics", part -> part.expandAll(false))
            .icon("mdi2u-unfold-less-horizontal"),
        on("namespace.expand-all", "Expand All Topics", part -> part.expandAll(true))
            .icon("mdi2u-unfold-more-horizontal"),
        on("namespace.columns", "Choose Namespace Columns", NamespacePart::chooseColumns)
            .icon("mdi2v-view-column-outline"),
        on("namespace.copy", "Copy Topics as Table", NamespacePart::copy)
            .icon("mdi2c-content-copy"));
  }

  @Override
  public List<Finder> finders() {
    return List.of(new TopicFinder(this::reveal).finder());
  }

  private NamespacePart namespace(PartContext context) {
    NamespacePart part = new NamespacePart(context);
    shown = Optional.of(part);
    context.scope().own(() -> shown = Optional.empty());
    return part;
  }

  private void reveal(int row) {
    shown.ifPresent(part -> part.reveal(row));
  }

  private static Command on(String id, String title, Consumer<NamespacePart> action) {
    return Command.of(id, title, (focus, workbench) -> part(focus).ifPresent(action))
        .when(focus -> part(focus).isPresent());
  }

  private static Optional<NamespacePart> part(Focus focus) {
    return focus.part().flatMap(part -> part.as(NamespacePart.class));
  }
}
