package dev.plantwright.plugins.simulation;

import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.sites.simulator.Clock;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The time of the devices: how far it is, how fast it goes; and where the device listens. */
final class ClockBar extends HBox {
  private static final String TIMES = "× ";

  private final Label time = new Label("0:00:00");
  private final Button pause;
  private final Segmented speeds;
  private final Label other = new Label();
  private final Label door = new Label();
  private final StatusMark state = new StatusMark();
  private boolean showing;
  private Clock clock = new Clock(1, false, 0);

  /**
   * @param speed told of the speed that is wanted
   * @param standstill told whether time is to stand still
   */
  ClockBar(DoubleConsumer speed, Consumer<Boolean> standstill) {
    getStyleClass().add("clock-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label caption = new Label("Simulated time");
    caption.getStyleClass().addAll("muted", "dense");
    caption.setMinWidth(USE_PREF_SIZE);
    time.getStyleClass().add("mono");
    time.setId("part/simulation/time");
    time.setMinWidth(64);
    pause = Buttons.icon("mdi2p-pause", "Pause", () -> standstill.accept(!clock.paused()));
    pause.setId("part/simulation/pause");
    pause.getStyleClass().add("clock-button");
    speeds =
        new Segmented(
            List.of(TIMES + 1, TIMES + 10, TIMES + 60),
            TIMES + 1,
            choice -> {
              if (!showing) {
                speed.accept(Double.parseDouble(choice.substring(TIMES.length())));
              }
            });
    speeds.setId("part/simulation/speed");
    speeds.setMinWidth(USE_PREF_SIZE);
    other.getStyleClass().addAll("muted", "dense");
    door.getStyleClass().addAll("muted", "dense");
    door.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    state.getStyleClass().add("dense");
    state.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(caption, time, pause, speeds, other, space, door, state);
  }

  void show(Clock next, Device device) {
    clock = next;
    time.setText(time(next.millis()));
    String name = next.paused() ? "Go on" : "Pause";
    if (!name.equals(pause.getAccessibleText())) {
      pause.setGraphic(Icons.row(next.paused() ? "mdi2p-play" : "mdi2p-pause"));
      pause.setAccessibleText(name);
      pause.getTooltip().setText(name);
    }
    showing = true;
    String speed = TIMES + text(next.speed());
    speeds.choose(speed);
    showing = false;
    String words = speeds.chosen().equals(speed) ? "" : "now " + speed;
    other.setText(next.paused() ? "paused" : words);
    door.setText(device.protocol() + ", port " + device.port());
    show(device);
  }

  /** Faults of values are marked at their points, those of the line here. */
  private void show(Device device) {
    List<String> words = new ArrayList<>(List.of(device.state()));
    device.faultKinds().stream()
        .filter(kind -> kind.onLine() && !kind.kind().equals(FaultKind.SILENCE))
        .map(FaultKind::kind)
        .filter(device.faults()::contains)
        .forEach(words::add);
    boolean good = words.equals(List.of("running"));
    state.show(good ? Status.RUNNING : Status.FAILED, String.join(", ", words));
  }

  private static String text(double speed) {
    return speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed);
  }

  private static String time(long millis) {
    long seconds = millis / 1000;
    return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
