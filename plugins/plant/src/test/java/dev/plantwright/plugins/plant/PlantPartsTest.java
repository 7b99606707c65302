package dev.plantwright.plugins.plant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartType;
import dev.plantwright.api.SiteSession.ProcessState;
import dev.plantwright.api.SiteSession.State;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlantPartsTest {
  private static final String HEADER =
      "group,name,address,attribute,type,precision,decimal,bias,unit,description\n";

  @TempDir Path folder;

  private void plant(String tags) throws Exception {
    write("plant.json", "{\"name\":\"bottling-line\",\"version\":1}");
    write(
        "gateways/filler/node.json",
        "{\"plugin\":\"Modbus"
            + " TCP\",\"type\":\"driver\",\"params\":{},\"groups\":{\"process\":{\"interval\":500}}}");
    write("gateways/filler/tags.csv", HEADER + tags);
    write(
        "rules/over_temp.json",
        "{\"id\":\"over_temp\",\"sql\":\"SELECT * FROM filler\",\"actions\":[]}");
    write("charts/line1.json", "{\"title\":\"Line 1\"}");
  }

  private void write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static PartType part(String id) {
    return new PlantPlugin()
        .parts().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  @SuppressWarnings("unchecked")
  void theExplorerShowsThingsWithTheirProblems(Theme theme) throws Exception {
    plant("process,temperature,1!400001,Read,NONSENSE,,,,°C,\n");
    try (TestWorkbench bench = new TestWorkbench(folder)) {
      Part explorer = bench.show(part("plant"), Optional.empty(), theme, 252, 420, Part.class);
      TreeView<Object> tree =
          (TreeView<Object>) Fx.call(() -> explorer.node().lookup("#part/plant/tree"));
      assertThat(Fx.call(() -> tree.getRoot().getChildren().size())).isEqualTo(3);
      Fx.picture(bench.stage().getScene(), Path.of("target", "explorer-" + theme + ".png"));
      Fx.run(() -> tree.getSelectionModel().select(2));
      TreeItem<Object> filler = Fx.call(() -> tree.getSelectionModel().getSelectedItem());
      assertThat(filler.getValue().toString()).contains("filler");
      assertThat(Fx.call(() -> bench.focus().getValue().selection()).toString())
          .contains("gateways/filler/tags.csv");
    }
  }

  @Test
  void withoutAPlantTheExplorerOffersTheSample() {
    try (TestWorkbench bench = new TestWorkbench()) {
      Part explorer = bench.show(part("plant"), Optional.empty(), Theme.DARK, 252, 420, Part.class);
      Fx.run(
          () ->
              explorer.node().lookupAll(".primary").stream()
                  .map(javafx.scene.control.Button.class::cast)
                  .findFirst()
                  .orElseThrow()
                  .fire());
      assertThat(bench.asked()).contains("sample");
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aStoppedEngineIsSaidWithTheCountdownToItsRestart(Theme theme) throws Exception {
    try (TestWorkbench bench = new TestWorkbench()) {
      Part sites = bench.show(part("sites"), Optional.empty(), theme, 300, 320, Part.class);
      ProcessState stopped =
          new ProcessState(
              State.STOPPED,
              Map.of("mqtt", 1883, "neuron", 7000, "ekuiper", 9081),
              Optional.of("exit 137, killed"),
              Instant.now(),
              Optional.of(Instant.now().plusSeconds(9)),
              Optional.empty());
      Fx.run(() -> bench.site().engine().set(stopped));
      Fx.await(
          "the countdown",
          () ->
              sites.node().lookupAll(".label").stream()
                  .anyMatch(n -> n instanceof Label l && l.getText().startsWith("restarts in")));
      Fx.picture(bench.stage().getScene(), Path.of("target", "sites-stopped-" + theme + ".png"));
      Fx.run(
          () ->
              ((javafx.scene.control.Button)
                      sites.node().lookup("#part/sites/engine-stopped-restart"))
                  .fire());
      assertThat(bench.site().asked()).contains("start");
    }
  }
}
