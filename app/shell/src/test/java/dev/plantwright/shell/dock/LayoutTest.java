package dev.plantwright.shell.dock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plantwright.api.PartPlace;
import dev.plantwright.shell.dock.Area.Split;
import dev.plantwright.shell.dock.Area.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private static final Map<PartPlace, List<String>> NAMESPACE =
      Map.of(
          PartPlace.LEFT, List.of("plant"),
          PartPlace.LEFT_BELOW, List.of("sites"),
          PartPlace.CENTER, List.of("namespace"),
          PartPlace.RIGHT, List.of("details"),
          PartPlace.BOTTOM, List.of("problems", "log"));

  @Test
  void arrangesPlacesAsTheLookSays() {
    Layout layout = Layout.of(NAMESPACE);
    Split root = (Split) layout.main();
    assertThat(root.vertical()).isFalse();
    assertThat(root.children().getFirst().size()).isEqualTo(252);
    Split right = (Split) root.children().getLast();
    assertThat(right.vertical()).isTrue();
    assertThat(right.children().getLast().size()).isEqualTo(156);
    assertThat(layout.parts())
        .containsExactly("plant", "sites", "namespace", "details", "problems", "log");
  }

  @ParameterizedTest
  @EnumSource(PartPlace.class)
  void makesAPlaceThatIsMissing(PartPlace place) {
    Layout layout = Layout.of(Map.of()).with("new", place);
    assertThat(layout.parts()).containsExactly("new");
    assertThat(layout.stacks().filter(s -> s.name().equals("CENTER"))).hasSize(1);
    assertThat(layout.keeping(p -> false)).isEqualTo(Layout.of(Map.of()));
  }

  @ParameterizedTest
  @EnumSource(PartPlace.class)
  void takingAPlaceAwayAndPuttingItBackGivesTheSameTree(PartPlace place) {
    List<String> parts = NAMESPACE.getOrDefault(place, List.of());
    Layout layout = Layout.of(NAMESPACE).keeping(p -> !parts.contains(p));
    for (String part : parts) {
      layout = layout.with(part, place);
    }
    assertThat(layout.parts()).containsExactlyInAnyOrderElementsOf(Layout.of(NAMESPACE).parts());
    if (place == PartPlace.RIGHT || place == PartPlace.BOTTOM || place == PartPlace.CENTER) {
      assertThat(layout.main()).isEqualTo(Layout.of(NAMESPACE).main());
    }
  }

  @Test
  void neverLosesTheEditorArea() {
    Layout empty = Layout.of(NAMESPACE).keeping(p -> false);
    assertThat(empty.main()).isEqualTo(Stack.of("CENTER", 0, List.of()));
  }

  @Test
  void putsTheRightColumnBehindTheEditorsWhenThereIsNoRoom() {
    Layout tight = Layout.of(NAMESPACE).withoutRightColumn();
    Stack editors = tight.stacks().filter(s -> s.name().equals("CENTER")).findFirst().orElseThrow();
    assertThat(editors.parts()).containsExactly("namespace", "details");
    assertThat(editors.selected()).contains("namespace");
  }

  @Test
  void readsWhatItPrinted() throws Exception {
    Layout floating =
        new Layout(
            Layout.of(NAMESPACE).main(),
            List.of(
                new Layout.Floating(10, 20, 300, 200, Stack.of("", 0, List.of("rule:over_temp")))));
    LayoutFile file =
        new LayoutFile(
            "namespace",
            Optional.of(new LayoutFile.WindowPlace(1, 2, 1600, 1000, false)),
            Map.of("namespace", floating, "rules", Layout.of(Map.of())),
            Map.of("namespace", Map.of("filter", "temp > 70")));
    assertThat(LayoutFile.parse(file.print())).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"version\":2}",
        "{\"version\":1,\"perspectives\":{\"a\":{\"main\":{}}}}",
        "{\"version\":1,\"perspectives\":{\"a\":{\"main\":{\"split\":\"vertical\",\"areas\":[]}}}}",
        "{\"version\":1,\"perspectives\":{\"a\":{\"main\":{\"stack\":\"LEFT\",\"parts\":[]}}}}",
        "{\"version\":1,\"perspectives\":{\"a\":{\"main\":{\"stack\":\"CENTER\",\"fold\":\"x\"}}}}"
      })
  void saysWhyATextCannotBeUsed(String text) {
    assertThatThrownBy(() -> LayoutFile.parse(text))
        .isInstanceOf(LayoutFile.Unreadable.class)
        .message()
        .isNotBlank();
  }
}
