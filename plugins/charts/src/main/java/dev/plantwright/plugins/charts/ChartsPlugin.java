package dev.plantwright.plugins.charts;

import dev.plantwright.api.Command;
import dev.plantwright.api.FileKind;
import dev.plantwright.api.Focus;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Perspective;
import dev.plantwright.api.WorkbenchPlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pf4j.Plugin;

/** Charts of live values. */
public final class ChartsPlugin extends Plugin implements WorkbenchPlugin {
  private static final String ICON = "mdi2c-chart-line";
  private static final String TEMPLATE =
      """
      {
        "title": "${name}",
        "range_s": 300,
        "axes": [],
        "series": []
      }
      """;

  @Override
  public List<PartType> parts() {
    return List.of(PartType.editor("chart", "Chart", ICON, ChartPart::new));
  }

  @Override
  public List<FileKind> files() {
    return List.of(
        new FileKind("chart", "Chart", ICON, "charts/*.json", "chart", Optional.of(TEMPLATE)));
  }

  @Override
  public List<Perspective> perspectives() {
    return List.of(
        new Perspective(
            "charts",
            "Charts",
            ICON,
            40,
            Map.of(
                PartPlace.LEFT, List.of("plant"),
                PartPlace.LEFT_BELOW, List.of("sites"),
                PartPlace.BOTTOM, List.of("problems", "progress", "log"))));
  }

  @Override
  public List<Command> commands() {
    return List.of(
        on("chart.add-series", "Add Series to Chart", ChartPart::choose).icon("mdi2p-plus"),
        on("chart.live", "Follow Live Values", c -> c.window().following().set(true)),
        on("chart.zoom-in", "Zoom Chart In", c -> c.window().zoom(0.8)),
        on("chart.zoom-out", "Zoom Chart Out", c -> c.window().zoom(1.25)));
  }

  private static Command on(String id, String title, Consumer<ChartPart> action) {
    return Command.of(id, title, (focus, workbench) -> chart(focus).ifPresent(action))
        .when(focus -> chart(focus).isPresent());
  }

  private static Optional<ChartPart> chart(Focus focus) {
    return focus.part().flatMap(p -> p.as(ChartPart.class));
  }
}
