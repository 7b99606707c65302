package dev.plantwright.plugins.simulation;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Scope;
import dev.plantwright.api.ValueRef;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Banner;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.live.Format;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.simulation.Simulation;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.Point;
import dev.plantwright.sites.simulator.SimulatorClient;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tools.jackson.databind.JsonNode;

/** The points of a simulated device, set and held by hand, beside what the gateway reads. */
final class SimulationPart implements Part, Hands {
  private final PartContext context;
  private final Workbench workbench;
  private final PointRows rows;
  private final PointTable table = new PointTable(this);
  private final SimulationToolbar toolbar;
  private final EmptyState nothing;
  private final ClockBar clock = new ClockBar(this::setSpeed, this::setPaused);
  private final Banner gone = new Banner();
  private final Banner refused = new Banner();
  private final StackPane body = new StackPane(table);
  private final BorderPane pane = new BorderPane(body);
  private final StackPane root = new StackPane(pane);
  private final RequestRate rate = new RequestRate();
  private final Poll<Snapshot> poll;
  private Optional<String> device;
  private Optional<Path> folder = Optional.empty();
  private long answeredMs;

  SimulationPart(PartContext context) {
    this.context = context;
    this.workbench = context.workbench();
    this.rows = new PointRows(workbench.live());
    this.device = Optional.ofNullable(context.state().get("device"));
    toolbar =
        new SimulationToolbar(
            this::choose, this::filter, () -> new AllDevices(workbench).release());
    nothing =
        new EmptyState(
            "mdi2m-magnify",
            "No point matches",
            "",
            List.of(Buttons.of("Clear filter", toolbar::clear)));
    root.setId("part/simulation/body");
    root.getStylesheets().add(SimulationPart.class.getResource("simulation.css").toExternalForm());
    pane.setTop(new VBox(toolbar, gone, refused));
    pane.setBottom(clock);
    table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> selected(is));
    poll = new Poll<>(context, this::question, this::answered, this::notAnswered);
    poll.start(root, () -> {});
    Scope scope = context.scope();
    scope.listen(workbench.plant(), this::read);
    scope.listen(workbench.site().doors(), d -> presence());
    scope.listen(workbench.site().simulator(), s -> presence());
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Map<String, String> state() {
    return device.map(id -> Map.of("device", id)).orElse(Map.of());
  }

  @Override
  public void focus() {
    table.requestFocus();
  }

  // What there is

  private void read(Optional<Plant> plant) {
    Optional<Path> next = plant.map(Plant::folder);
    if (!next.equals(folder)) {
      folder = next;
      rows.clear();
    }
    rows.tags(plant.map(GatewayTags::of).orElse(GatewayTags.NONE));
    presence();
    plant.ifPresent(
        p ->
            workbench
                .jobs()
                .quietly("Read the simulated devices", progress -> Simulation.read(p.folder()))
                .then(read -> rows.faulted(FaultedPoints.of(read.devices())))
                .failed(e -> rows.faulted(FaultedPoints.NONE)));
  }

  /** Shows the table, or why there is nothing to show; values that were there stay, as old ones. */
  private void presence() {
    Optional<Absence> absence = Absence.of(workbench);
    if (absence.isEmpty()) {
      poll.soon();
    } else if (rows.all().isEmpty()) {
      only(root, absence.get().node(SimulationPlugin.ICON));
    } else {
      old(absence.get().title() + ".", absence.get().compactButtons());
    }
  }

  private void old(String sentence, List<? extends Node> actions) {
    String since = Format.clockSeconds(answeredMs, ZoneId.systemDefault());
    gone.show(Banner.Tone.DANGER, sentence + " Values are of " + since + ".", actions);
    table.stale(true);
  }

  // Asking

  private Function<SimulatorClient, Snapshot> question() {
    Optional<String> wanted = device;
    return simulator -> Snapshot.ask(simulator, wanted);
  }

  private void answered(Snapshot snapshot) {
    Optional<Device> present = snapshot.device();
    if (present.isEmpty() || !snapshot.wanted().equals(device)) {
      return;
    }
    answeredMs = workbench.live().nowMs();
    gone.hide();
    table.stale(false);
    only(root, pane);
    Device shown = present.get();
    device = Optional.of(shown.id());
    rows.update(shown, snapshot.points());
    toolbar.show(snapshot.devices(), shown, rate.add(shown, answeredMs));
    clock.show(snapshot.clock(), shown);
    filter();
  }

  private void notAnswered(Throwable e) {
    if (Absence.of(workbench).isPresent()) {
      presence();
    } else if (rows.all().isEmpty()) {
      only(
          root,
          new EmptyState(
              SimulationPlugin.ICON,
              "The simulator does not answer",
              AllDevices.sentence(e),
              List.of(Buttons.primary("Try now", poll::soon))));
    } else {
      old(AllDevices.sentence(e), List.of());
    }
  }

  // What the user does

  private void choose(String id) {
    device = Optional.of(id);
    refused.hide();
    poll.soon();
  }

  private void filter() {
    List<PointRow> found =
        rows.all().stream().filter(row -> toolbar.wants(row.shown().get())).toList();
    table.show(found);
    nothing.say(rows.all().size() + " points searched.");
    only(body, found.isEmpty() && !toolbar.showsAll() ? nothing : table);
  }

  /** A node that is there already stays untouched: it may have the focus. */
  private static void only(StackPane pane, Node node) {
    if (!pane.getChildren().equals(List.of(node))) {
      pane.getChildren().setAll(node);
    }
  }

  private void selected(PointRow row) {
    context.select(
        Optional.ofNullable(row)
            .flatMap(rows::route)
            .map(route -> List.of(new ValueRef(route.topic(), Optional.of(route.member()))))
            .orElse(List.of()));
  }

  @Override
  public void hold(Point point, JsonNode value, Consumer<String> notDone) {
    String id = device.orElseThrow();
    tell("Set " + point.name(), simulator -> simulator.set(id, point.name(), value, true), notDone);
  }

  @Override
  public void holdOrRelease(Point point) {
    String id = device.orElseThrow();
    if (point.held()) {
      tell("Release " + point.name(), s -> s.release(id, point.name()), sentence -> {});
    } else {
      tell("Hold " + point.name(), s -> s.hold(id, point.name()), sentence -> {});
    }
  }

  private void setSpeed(double speed) {
    tell("Set the speed of time", s -> s.speed(speed), sentence -> {});
  }

  private void setPaused(boolean paused) {
    tell("Set the simulated time", s -> s.pause(paused), sentence -> {});
  }

  private void tell(String title, Consumer<SimulatorClient> order, Consumer<String> notDone) {
    workbench
        .site()
        .doors()
        .getValue()
        .ifPresent(
            doors ->
                workbench
                    .jobs()
                    .quietly(
                        title,
                        progress -> {
                          order.accept(doors.simulator());
                          return null;
                        })
                    .then(done -> done())
                    .failed(e -> notDone(AllDevices.sentence(e), notDone)));
  }

  private void done() {
    refused.hide();
    poll.soon();
  }

  private void notDone(String sentence, Consumer<String> consumer) {
    refused.show(
        Banner.Tone.WARNING,
        sentence,
        List.of(Buttons.icon("mdi2c-close", "Close", refused::hide)));
    consumer.accept(sentence);
    poll.soon();
  }
}
