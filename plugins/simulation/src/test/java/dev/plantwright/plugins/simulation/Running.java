package dev.plantwright.plugins.simulation;

import dev.plantwright.api.Part;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Meanings;
import dev.plantwright.plant.folder.SamplePlant;
import dev.plantwright.simulator.Simulator;
import dev.plantwright.simulator.SimulatorOptions;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.Point;
import dev.plantwright.sites.simulator.SimulatorClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/** A simulator of the sample plant, running in this process, and a workbench that looks at it. */
final class Running implements AutoCloseable {
  private static final Path SAMPLE =
      Path.of("..", "..", "app", "launcher", "samples", "bottling-line");

  private final Simulator simulator;
  private final Doors doors;
  private final TestWorkbench bench;

  Running(Path plants) throws Exception {
    Path plant = new SamplePlant(SAMPLE).openIn(plants);
    simulator = Simulator.start(new SimulatorOptions(plant, 0, true), InstantSource.system());
    URI control = URI.create("http://127.0.0.1:" + simulator.ready().control());
    doors = new Doors(Site.named("local", Site.Kind.LOCAL).withSimulator(control));
    bench = new TestWorkbench(plant);
    bench.live().meanings(Meanings.of(bench.plant().getValue().orElseThrow()));
    Fx.run(() -> bench.site().doors().set(Optional.of(doors)));
  }

  TestWorkbench bench() {
    return bench;
  }

  SimulatorClient client() {
    return doors.simulator();
  }

  Point point(String device, String name) {
    return client().points(device).stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Device device(String id) {
    return client().devices().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
  }

  Part show(String part, Theme theme, int width, int height) {
    return bench.show(
        new SimulationPlugin()
            .parts().stream().filter(p -> p.id().equals(part)).findFirst().orElseThrow(),
        Optional.empty(),
        theme,
        width,
        height,
        Part.class);
  }

  /** The node with an id that may hold colons; on the FX thread. */
  static Optional<Node> find(Node root, String id) {
    if (id.equals(root.getId())) {
      return Optional.of(root);
    }
    Stream<Node> children =
        root instanceof Parent parent ? parent.getChildrenUnmodifiable().stream() : Stream.empty();
    return children.flatMap(child -> find(child, id).stream()).findFirst();
  }

  static <N extends Node> N node(Part part, String id, Class<N> type) {
    Fx.await(id, () -> find(part.node(), id).isPresent());
    return Fx.call(() -> type.cast(find(part.node(), id).orElseThrow()));
  }

  @Override
  public void close() {
    bench.close();
    doors.close();
    simulator.close();
  }
}
