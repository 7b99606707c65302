package dev.plantwright.plugins.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Part;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.plugins.simulation.Shown.Sight;
import dev.plantwright.sites.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationPartTest {
  private static final String FILLER = "acme/hamburg/packaging/line1/filler";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void pointsAreShownHeldAndReleased(Theme theme) throws Exception {
    try (Running running = new Running(folder)) {
      Part part = running.show("simulation", theme, 1100, 640);
      PointTable table = table(part);
      chooseFiller(part);
      Fx.await("the points of the filler", () -> table.getItems().size() > 45);
      type(part, "temperature", "83.4");
      Fx.await("the value in the table", () -> value(table, "temperature").equals("83.4"));
      assertThat(running.point("filler", "temperature").held()).isTrue();
      flip(part, "emergency_stop", table);
      running.client().fault("filler", "frozen_co2", Json.object());
      read(running.bench(), "\"temperature\":83.4,\"pressure\":-1.5e9,\"fill_volume\":500", "");
      read(running.bench(), "\"temperature\":83.4,\"fill_volume\":500", "\"pressure\":3002");
      Fx.await("a held bit", () -> shown(table, "emergency_stop").point().held());
      Fx.await("the fault", () -> shown(table, "co2_level").fault().isPresent());
      Fx.await(
          "what the gateway reads",
          () -> shown(table, "temperature").gateway().sight() == Sight.SAME);
      Fx.await(
          "what it cannot read",
          () -> shown(table, "pressure").gateway().sight() == Sight.DOUBTFUL);
      Fx.run(() -> table.getSelectionModel().select(0));
      Fx.run(table::requestFocus);
      picture(running.bench(), "simulation-" + theme);

      Segmented which = Running.node(part, "part/simulation/which", Segmented.class);
      Fx.run(() -> which.choose("Held"));
      Fx.await("the held points", () -> table.getItems().size() == 2);
      Fx.run(
          () ->
              ((Button) Running.find(part.node(), "part/simulation/hold:temperature").get())
                  .fire());
      Fx.await("one held point", () -> table.getItems().size() == 1);
      assertThat(running.point("filler", "temperature").held()).isFalse();
      Button all = Running.node(part, "part/simulation/release-all", Button.class);
      Fx.run(all::fire);
      Fx.await("none held", () -> Running.find(part.node(), "part/simulation/table").isEmpty());
      assertThat(running.point("filler", "emergency_stop").held()).isFalse();
    }
  }

  @Test
  void whatIsNoNumberOrDoesNotFitIsRefusedInWords() throws Exception {
    try (Running running = new Running(folder)) {
      Part part = running.show("simulation", Theme.DARK, 1100, 640);
      PointTable table = table(part);
      chooseFiller(part);
      Fx.await("the points of the filler", () -> table.getItems().size() > 45);
      Fx.frames(3); // the capper has a point of that name too: its cells must be gone
      TextField speed = type(part, "motor_current", "fast");
      assertThat(Fx.call(() -> speed.getTooltip().getText())).contains("not a number");
      type(part, "motor_current", "1e9");
      Fx.await("the refusal", () -> says(part, "filler motor_current: 1000000000 is outside"));
      assertThat(Fx.call(() -> speed.getStyleClass())).contains("error");
      assertThat(running.point("filler", "motor_current").held()).isFalse();
      picture(running.bench(), "simulation-refused");
    }
  }

  @Test
  void timeRunsFasterAndStandsStill() throws Exception {
    try (Running running = new Running(folder)) {
      Part part = running.show("simulation", Theme.DARK, 764, 400);
      Segmented speed = Running.node(part, "part/simulation/speed", Segmented.class);
      Fx.run(() -> speed.choose("× 60"));
      Fx.await("60 times as fast", () -> running.client().clock().speed() == 60);
      Button pause = Running.node(part, "part/simulation/pause", Button.class);
      Fx.run(pause::fire);
      Fx.await("a standstill", () -> pause.getAccessibleText().equals("Go on"));
      assertThat(running.client().clock().paused()).isTrue();
      assertThat(running.client().clock().speed()).isEqualTo(60);
      picture(running.bench(), "simulation-narrow");
    }
  }

  @Test
  void aStoppedSimulatorIsSaidAndStartedOnRequest() throws Exception {
    try (Running running = new Running(folder)) {
      Part part = running.show("simulation", Theme.LIGHT, 1100, 640);
      PointTable table = table(part);
      Fx.run(() -> running.bench().site().doors().set(Optional.empty()));
      Fx.await("the banner", () -> says(part, "The simulator is stopped. Values are of"));
      assertThat(Fx.call(() -> table.getItems().size())).isPositive();
      press(part, "Start the simulator");
      assertThat(running.bench().site().asked()).contains("simulate true");
    }
  }

  @Test
  void withoutDevicesItSaysHowToDescribeOne() throws Exception {
    Files.writeString(folder.resolve("plant.json"), "{\"name\":\"test\",\"version\":1}");
    try (TestWorkbench bench = new TestWorkbench(folder)) {
      Part part =
          bench.show(
              new SimulationPlugin().parts().getFirst(),
              Optional.empty(),
              Theme.DARK,
              764,
              400,
              Part.class);
      assertThat(Fx.call(() -> says(part, "No simulated devices"))).isTrue();
    }
  }

  private static PointTable table(Part part) {
    PointTable table = Running.node(part, "part/simulation/table", PointTable.class);
    Fx.await("points", () -> !table.getItems().isEmpty());
    return table;
  }

  @SuppressWarnings("unchecked")
  private static void chooseFiller(Part part) {
    ComboBox<String> device = Running.node(part, "part/simulation/device", ComboBox.class);
    Fx.run(() -> device.setValue("filler"));
  }

  private static TextField type(Part part, String point, String text) {
    TextField field = Running.node(part, HandCell.id(point), TextField.class);
    Fx.run(
        () -> {
          field.requestFocus();
          field.setText(text);
          field.fireEvent(new ActionEvent());
        });
    return field;
  }

  private static void flip(Part part, String point, PointTable table) {
    Fx.run(() -> table.scrollTo(index(table, point)));
    ToggleButton flip = Running.node(part, HandCell.id(point), ToggleButton.class);
    Fx.run(flip::fire);
    Fx.run(() -> table.scrollTo(0));
  }

  private static void press(Part part, String text) {
    Fx.run(
        () ->
            part.node().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> text.equals(b.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private static boolean says(Part part, String words) {
    return part.node().lookupAll(".label").stream()
        .anyMatch(n -> n instanceof Label l && l.getText() != null && l.getText().contains(words));
  }

  private static int index(PointTable table, String point) {
    return table.getItems().stream().map(PointRow::name).toList().indexOf(point);
  }

  private static Shown shown(PointTable table, String point) {
    return table.getItems().get(index(table, point)).shown().get();
  }

  private static String value(PointTable table, String point) {
    return shown(table, point).value();
  }

  private static void read(TestWorkbench bench, String values, String errors) {
    bench.live().accept(Published.message(FILLER, values, errors, System.currentTimeMillis()));
  }

  private static void picture(TestWorkbench bench, String name) throws Exception {
    Path picture = Path.of("target", name + ".png");
    Fx.picture(bench.stage().getScene(), picture);
    assertThat(Files.size(picture)).isGreaterThan(10_000);
  }
}
