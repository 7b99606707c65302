package dev.plantwright.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Ending the workbench, politely and not, and starting it again. */
@EnabledIfSystemProperty(
    named = RunningWorkbench.PACKAGED,
    matches = "true",
    disabledReason = "Journeys start the packaged product: ./mvnw verify runs them")
class RestartJourney {
  @TempDir private Path user;

  private Display display;

  @BeforeEach
  void open() throws Exception {
    display = Display.open();
  }

  @AfterEach
  void close() {
    if (display != null) {
      display.close();
    }
  }

  @Test
  void findsTheSameLayoutAgainAndLeavesNoProcessWhenKilled() throws Exception {
    JsonNode before;
    try (RunningWorkbench first = RunningWorkbench.start(display, user)) {
      HarnessClient window = first.window();
      window.click("perspective/charts");
      window.openFile("charts/line1.json");
      window.openFile("gateways/capper/tags.csv");
      before = window.state();
      assertThat(before.path("perspective").asString()).isEqualTo("charts");
      assertThat(parts(before, "parts")).contains("chart:line1", "tags:capper");
      assertThat(first.exit()).isZero();
      assertThat(first.standardError()).isEmpty();
    }
    try (RunningWorkbench second = RunningWorkbench.start(display, user)) {
      JsonNode after = second.window().state();
      assertThat(after.path("perspective")).isEqualTo(before.path("perspective"));
      assertThat(parts(after, "parts")).isEqualTo(parts(before, "parts"));
      assertThat(parts(after, "shown")).isEqualTo(parts(before, "shown"));
      second.picture("findsTheSameLayoutAgain");
      assertNothingIsLeftAfterKill(second);
    }
  }

  private static Set<String> parts(JsonNode state, String which) {
    return Set.copyOf(HarnessClient.texts(state.path(which)));
  }

  private static void assertNothingIsLeftAfterKill(RunningWorkbench workbench) {
    workbench.window().openPart("namespace");
    workbench.window().waitForVisible("part/namespace/tree", true, Duration.ofSeconds(60));
    List<ProcessHandle> children = workbench.process().descendants().toList();
    assertThat(children).hasSizeGreaterThanOrEqualTo(2);
    workbench.process().destroyForcibly();
    // Three seconds are promised; two more are for machines that do other things too.
    Waiting.untilTrue(
        "no child is left",
        Duration.ofSeconds(5),
        () -> children.stream().noneMatch(ProcessHandle::isAlive));
  }
}
