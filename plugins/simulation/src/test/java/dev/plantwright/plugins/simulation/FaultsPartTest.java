package dev.plantwright.plugins.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Part;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.sites.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsPartTest {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aCellRaisesAndClearsItsFault(Theme theme) throws Exception {
    try (Running running = new Running(folder)) {
      running.client().fault("filler", "over_temp", Json.object());
      Part part = running.show("faults", theme, 320, 640);
      Button silence = Running.node(part, "part/faults/cell:silence:capper", Button.class);
      Button before = Running.node(part, "part/faults/cell:over_temp:filler", Button.class);
      assertThat(Fx.call(before::getText)).as("nobody saw it begin").isEqualTo("on");
      Fx.run(silence::fire);
      Fx.await("its seconds", () -> silence.getText().matches("\\d s"));
      assertThat(running.device("capper").state()).isEqualTo("silent");
      Fx.run(Running.node(part, "part/faults/cell:exception:filler", Button.class)::fire);
      Fx.await("an event of it", () -> events(part).contains("filler: exception begins"));
      Fx.await("a badge", () -> running.bench().asked().contains("badge 3"));
      picture(running, "faults-" + theme);

      Fx.run(Running.node(part, "part/faults/clear:silence:capper", Button.class)::fire);
      Fx.await("it is over", () -> !silence.getPseudoClassStates().contains(ACTIVE));
      assertThat(running.device("capper").faults()).isEmpty();
      Fx.run(Running.node(part, "part/faults/clear-all", Button.class)::fire);
      Fx.await("all are over", () -> !before.getPseudoClassStates().contains(ACTIVE));
      assertThat(running.device("filler").faults()).isEmpty();
      Fx.await("the end is told", () -> events(part).contains("filler: over temp ends"));
    }
  }

  private static List<String> events(Part part) {
    HappeningList list =
        (HappeningList) Running.find(part.node(), "part/faults/events").orElseThrow();
    return list.getItems().stream().map(HappeningList::words).toList();
  }

  private static void picture(Running running, String name) throws Exception {
    Path picture = Path.of("target", name + ".png");
    Fx.picture(running.bench().stage().getScene(), picture);
    assertThat(Files.size(picture)).isGreaterThan(5_000);
  }
}
