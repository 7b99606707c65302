package dev.plantwright.shell.dock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.shell.dock.Area.Fold;
import dev.plantwright.shell.dock.Area.Split;
import dev.plantwright.shell.dock.Area.Stack;
import dev.plantwright.shell.dock.PartTab.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockTest {
  private static final List<String> PARTS = List.of("a", "b", "c", "d", "e", "f");
  private static final Layout START =
      Layout.of(
          Map.of(
              PartPlace.LEFT, List.of("a"),
              PartPlace.LEFT_BELOW, List.of("b"),
              PartPlace.CENTER, List.of("c", "d"),
              PartPlace.RIGHT, List.of("e"),
              PartPlace.BOTTOM, List.of("f")));

  private final List<String> ended = new ArrayList<>();
  private Dock dock;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          dock = new Dock(new Around(), d -> new PartTab.Host(null, (tab, e) -> new Label("x")));
          stage = new Stage();
          stage.setScene(new Scene(new StackPane(dock.node()), 1450, 900));
          dress(stage.getScene());
          dock.watch(stage.getScene());
          stage.show();
          dock.apply(START);
        });
    Fx.frames(8);
  }

  @AfterEach
  void close() {
    Fx.run(() -> List.copyOf(javafx.stage.Window.getWindows()).forEach(w -> w.hide()));
  }

  private static void dress(Scene scene) {
    Theme.DARK.apply(scene);
    String sheet = "/dev/plantwright/shell/shell.css";
    scene.getStylesheets().add(DockTest.class.getResource(sheet).toExternalForm());
  }

  private Layout read() {
    return Fx.call(dock::read);
  }

  private PartTab tab(String id) {
    return dock.tab(id).orElseThrow();
  }

  private double width(String part) {
    return Fx.call(() -> ((Pane) tab(part).pane()).getWidth());
  }

  @Test
  void givesColumnsTheSizesOfTheLook() {
    assertThat(width("a")).isBetween(251.0, 253.0);
    assertThat(width("e")).isBetween(375.0, 377.0);
    assertThat(Fx.call(() -> ((Pane) tab("f").pane()).getHeight())).isBetween(123.0, 125.0);
  }

  @Test
  void extraWidthGoesToTheEditors() {
    Fx.run(() -> stage.setWidth(1600));
    Fx.frames(8);
    assertThat(width("a")).isBetween(251.0, 253.0);
    assertThat(width("c")).isBetween(968.0, 972.0);
  }

  @Test
  void readsWhatWasApplied() {
    assertThat(rounded(read())).isEqualTo(rounded(START));
  }

  @Test
  void keepsTheArrangementWhenMaximisedAndBack() {
    Layout before = read();
    Fx.run(() -> dock.maximise(tab("c")));
    Fx.frames(4);
    assertThat(width("c")).isEqualTo(1450);
    assertThat(read()).isEqualTo(before);
    Fx.run(() -> dock.maximise(tab("c")));
    Fx.frames(8);
    assertThat(rounded(read())).isEqualTo(rounded(before));
    assertThat(width("a")).isBetween(251.0, 253.0);
  }

  @Test
  void foldsToItsTabsAndBack() {
    Fx.run(() -> dock.toggleFold(tab("f")));
    Fx.frames(8);
    assertThat(Fx.call(() -> dock.leaf(tab("f")).orElseThrow().getHeight())).isEqualTo(32);
    assertThat(Fx.call(() -> tab("f").pane().getParent().isVisible())).isFalse();
    Fx.run(() -> dock.activate(tab("f")));
    Fx.frames(8);
    assertThat(Fx.call(() -> dock.leaf(tab("f")).orElseThrow().getHeight()))
        .isBetween(155.0, 157.0);
  }

  @Test
  void narrowWindowsFoldTheBottomAndTightOnesTheRightColumn() {
    Fx.run(() -> stage.setWidth(1280));
    Fx.frames(8);
    assertThat(Fx.call(() -> dock.leaf(tab("f")).orElseThrow().getHeight())).isEqualTo(32);
    assertThat(width("e")).isBetween(299.0, 301.0);
    Fx.run(() -> stage.setWidth(1100));
    Fx.frames(8);
    assertThat(Fx.call(() -> dock.leaf(tab("e")).equals(dock.leaf(tab("c"))))).isTrue();
    Fx.run(() -> stage.setWidth(1450));
    Fx.frames(8);
    assertThat(rounded(read())).isEqualTo(rounded(START));
    assertThat(width("e")).isBetween(375.0, 377.0);
  }

  @Test
  void floatsAPartAndRestoresItsWindow() {
    Fx.run(() -> dock.floatOut(tab("e")));
    Fx.frames(4);
    Layout floating = read();
    assertThat(floating.floats()).hasSize(1);
    Fx.run(() -> dock.apply(START));
    Fx.frames(4);
    assertThat(read().floats()).isEmpty();
    Fx.run(() -> dock.apply(floating));
    Fx.frames(8);
    assertThat(rounded(read())).isEqualTo(rounded(floating));
  }

  @Test
  void closingTheWindowOfAFloatingPartClosesThePart() {
    Fx.run(() -> dock.floatOut(tab("e")));
    Fx.frames(4);
    Fx.run(
        () -> {
          Stage window = (Stage) tab("e").pane().getScene().getWindow();
          window.fireEvent(
              new javafx.stage.WindowEvent(window, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
        });
    Fx.frames(4);
    assertThat(Fx.call(() -> dock.tab("e"))).isEmpty();
    assertThat(read().floats()).isEmpty();
    assertThat(ended).containsExactly("e");
  }

  @Test
  void theEditorAreaStaysWhenItsLastPartCloses() {
    Fx.run(() -> List.of("c", "d").forEach(id -> dock.close(tab(id))));
    Fx.frames(4);
    assertThat(ended).containsExactly("c", "d");
    Fx.run(() -> dock.open("c", false));
    Fx.frames(4);
    assertThat(width("c")).isGreaterThan(700);
  }

  @Test
  void aPlaceThatWasClosedIsMadeAgain() {
    Fx.run(() -> dock.close(tab("e")));
    Fx.frames(4);
    assertThat(read().parts()).doesNotContain("e");
    Fx.run(() -> dock.open("e", false));
    Fx.frames(8);
    assertThat(rounded(read())).isEqualTo(rounded(START));
  }

  @Test
  void aPreviewIsReplacedByTheNext() {
    Fx.run(
        () -> {
          dock.open("edit:one", true);
          dock.open("edit:two", true);
          dock.open("edit:two", false);
          dock.open("edit:three", true);
        });
    assertThat(read().parts()).contains("edit:two", "edit:three").doesNotContain("edit:one");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyArrangementReachedByDraggingIsRestored(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 6; i++) {
      Fx.run(() -> move(random));
      Fx.frames(3);
    }
    Fx.frames(8);
    Layout reached = read();
    assertThat(reached.parts()).containsExactlyInAnyOrderElementsOf(PARTS);
    Fx.run(() -> dock.apply(START));
    Fx.frames(8);
    Fx.run(() -> dock.apply(reached));
    Fx.frames(10);
    assertThat(rounded(read())).isEqualTo(rounded(reached));
  }

  /** What dropping a tab does: onto a stack, or beside one, which splits it. */
  private void move(Random random) {
    PartTab tab = tab(PARTS.get(random.nextInt(PARTS.size())));
    PartTab target = tab(PARTS.get(random.nextInt(PARTS.size())));
    StackLeaf from = dock.leaf(tab).orElseThrow();
    StackLeaf to = dock.leaf(target).orElseThrow();
    if (tab == target || (from == to && from.getDockables().size() == 1)) {
      return;
    }
    from.removeDockable(tab.dockable());
    if (random.nextBoolean()) {
      to.addDockable(tab.dockable());
      to.selectDockable(tab.dockable());
      return;
    }
    StackLeaf fresh = (StackLeaf) to.getBento().dockBuilding().leaf();
    fresh.addDockable(tab.dockable());
    var split = to.getBento().dockBuilding().branch();
    split.setOrientation(
        random.nextBoolean()
            ? javafx.geometry.Orientation.VERTICAL
            : javafx.geometry.Orientation.HORIZONTAL);
    var parent = to.getParentContainer();
    split.addContainers(to, fresh);
    parent.replaceContainer(to, split);
  }

  /** Split panes snap to whole pixels: sizes within one are equal. */
  private static Layout rounded(Layout layout) {
    return new Layout(
        rounded(layout.main()),
        layout.floats().stream()
            .map(
                f ->
                    new Layout.Floating(
                        f.x(), f.y(), f.width(), f.height(), rounded(f.area()).sized(0)))
            .toList());
  }

  private static Area rounded(Area area) {
    double size = Math.round(area.size() / 4) * 4.0;
    return switch (area) {
      case Stack s -> new Stack(s.name(), size, Fold.OPEN, s.parts(), s.selected());
      case Split s ->
          new Split(s.vertical(), size, s.children().stream().map(DockTest::rounded).toList());
    };
  }

  private final class Around implements Dock.Surroundings {
    @Override
    public Optional<Opening> opening(String id) {
      PartPlace place =
          switch (id) {
            case "a" -> PartPlace.LEFT;
            case "b" -> PartPlace.LEFT_BELOW;
            case "e" -> PartPlace.RIGHT;
            case "f" -> PartPlace.BOTTOM;
            default -> PartPlace.CENTER;
          };
      PartType type =
          new PartType(
              id,
              id,
              "mdi2f-factory",
              place,
              id.startsWith("edit:"),
              context -> {
                context.scope().own(() -> ended.add(id));
                Label label = new Label(id);
                return (Part) () -> label;
              });
      return Optional.of(new Opening(type, Optional.empty(), id));
    }

    @Override
    public Node emptyEditors() {
      return new Label("nothing");
    }

    @Override
    public Optional<Node> tool(String commandId) {
      return Optional.empty();
    }

    @Override
    public List<MenuItem> menuItems(PartTab tab) {
      return List.of();
    }

    @Override
    public void dress(Scene scene, Stage window) {
      DockTest.dress(scene);
    }

    @Override
    public void changed() {}
  }
}
