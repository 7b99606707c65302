package dev.plantwright.plugins.simulation;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Banner;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Section;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.SimulatorClient;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The fault board, the faults that are on, and what happened. */
final class FaultsPart implements Part {
  private static final double MOST_ACTIVE = 204;
  private static final String ICON = "mdi2f-flash-alert-outline";

  private final PartContext context;
  private final Workbench workbench;
  private final Happenings happenings;
  private final FaultTimes times;
  private final FaultBoard board;
  private final ActiveFaults active;
  private final HappeningList list;
  private final Button clearAll;
  private final Banner gone = new Banner();
  private final VBox pane;
  private final StackPane root = new StackPane();
  private final Poll<List<Device>> poll;
  private List<Device> devices = List.of();

  FaultsPart(PartContext context) {
    this.context = context;
    this.workbench = context.workbench();
    happenings = new Happenings(context);
    times = new FaultTimes(happenings);
    poll = new Poll<>(context, () -> SimulatorClient::devices, this::answered, this::notAnswered);
    FaultOrders orders = new FaultOrders(workbench, poll::soon);
    board = new FaultBoard(orders);
    active = new ActiveFaults(orders);
    list = new HappeningList(workbench.live()::nowMs);
    clearAll = Buttons.compact(Buttons.of("Clear all", orders::clearAll));
    clearAll.setId("part/faults/clear-all");
    pane = layout();
    root.setId("part/faults/body");
    root.getStyleClass().add("fault-board-part");
    root.getStylesheets().add(FaultsPart.class.getResource("simulation.css").toExternalForm());
    poll.start(root, this::paint);
    context.scope().listen(workbench.plant(), p -> presence());
    context.scope().listen(workbench.site().doors(), d -> presence());
    context.scope().listen(workbench.site().simulator(), s -> presence());
  }

  private VBox layout() {
    ScrollPane cells = new ScrollPane(board);
    cells.setFitToWidth(true);
    cells.setMinHeight(110);
    ScrollPane rows = new ScrollPane(active);
    rows.setFitToWidth(true);
    rows.setMaxHeight(MOST_ACTIVE);
    Section on = new Section("Active faults", rows, clearAll);
    Section happened = new Section("What happened", list);
    VBox.setVgrow(happened, Priority.ALWAYS);
    on.setMinHeight(VBox.USE_PREF_SIZE);
    return new VBox(gone, cells, on, happened);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public List<String> tools() {
    return List.of(SimulationPlugin.CLEAR_FAULTS);
  }

  private void presence() {
    Optional<Absence> absence = Absence.of(workbench);
    if (absence.isEmpty()) {
      poll.soon();
    } else {
      devices = List.of();
      context.badge(0, false);
      root.getChildren().setAll(absence.get().node(ICON));
    }
  }

  private void answered(List<Device> answer) {
    devices = answer;
    gone.hide();
    if (!root.getChildren().equals(List.of(pane))) {
      root.getChildren().setAll(pane);
    }
    times.update(devices, workbench.live().nowMs());
    clearAll.setDisable(times.on().isEmpty());
    context.badge(times.on().size(), true);
    paint();
  }

  private void notAnswered(Throwable e) {
    if (Absence.of(workbench).isPresent()) {
      presence();
      return;
    }
    gone.show(Banner.Tone.DANGER, AllDevices.sentence(e), List.of());
    if (!root.getChildren().equals(List.of(pane))) {
      root.getChildren().setAll(pane);
    }
  }

  private void paint() {
    happenings.listen();
    if (!devices.isEmpty()) {
      long now = workbench.live().nowMs();
      board.show(devices, times, now);
      active.show(devices, times, now);
      list.show(happenings.all());
    }
  }
}
