package dev.plantwright.plugins.gateway.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Part;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.plugins.gateway.GatewayPlugin;
import dev.plantwright.plugins.gateway.SmallGateway;
import dev.plantwright.plugins.gateway.SmallPlant;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodesPartTest {
  @TempDir Path folder;

  private static boolean says(Part part, Predicate<String> words) {
    return part.node().lookupAll(".label").stream()
        .anyMatch(n -> n instanceof Label l && l.isVisible() && words.test(l.getText()));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  @SuppressWarnings("unchecked")
  void nodesSayHowTheyAreDoing(Theme theme) {
    SmallPlant.write(folder);
    try (TestWorkbench bench = new TestWorkbench(folder);
        SmallGateway gateway = new SmallGateway()) {
      Fx.run(() -> bench.site().doors().set(Optional.of(gateway.doors())));
      Part part =
          bench.show(
              new GatewayPlugin().parts().getFirst(),
              Optional.empty(),
              theme,
              252,
              420,
              Part.class);
      TreeView<NodeItem> tree =
          (TreeView<NodeItem>) Fx.call(() -> part.node().lookup("#part/nodes/tree"));
      Fx.run(
          () -> {
            tree.getRoot().getChildren().get(2).setExpanded(true);
            tree.getSelectionModel().select(2);
          });
      Fx.await("the duration", () -> says(part, "4.2 ms"::equals));
      Fx.await("the retry", () -> says(part, w -> w.startsWith("No answer. Next try in ")));
      Fx.await("what is missing", () -> says(part, "not deployed"::equals));
      assertThat(Fx.call(() -> says(part, "16 tags"::equals))).isTrue();
      Fx.picture(bench.stage().getScene(), Path.of("target", "nodes-" + theme + ".png"));
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void enterOpensTheTagTable() {
    SmallPlant.write(folder);
    try (TestWorkbench bench = new TestWorkbench(folder)) {
      Part part =
          bench.show(
              new GatewayPlugin().parts().getFirst(),
              Optional.empty(),
              Theme.DARK,
              252,
              420,
              Part.class);
      TreeView<NodeItem> tree =
          (TreeView<NodeItem>) Fx.call(() -> part.node().lookup("#part/nodes/tree"));
      Fx.run(
          () -> {
            tree.getSelectionModel().select(2);
            Event.fireEvent(
                tree,
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
          });
      assertThat(bench.asked()).contains("file gateways/filler/tags.csv");
    }
  }
}
