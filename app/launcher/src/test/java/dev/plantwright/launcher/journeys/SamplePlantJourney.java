package dev.plantwright.launcher.journeys;

import static dev.plantwright.launcher.journeys.Waiting.until;
import static dev.plantwright.launcher.journeys.Waiting.untilTrue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.launcher.journeys.HarnessClient.Row;
import dev.plantwright.launcher.journeys.HarnessClient.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody does in the first hour with the sample plant. One window for all, so that it costs
 * one start; each journey can be the first, and none relies on another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(
    named = RunningWorkbench.PACKAGED,
    matches = "true",
    disabledReason = "Journeys start the packaged product: ./mvnw verify runs them")
class SamplePlantJourney {
  /** Far more than it takes, for machines that do other things too. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String TREE = "part/namespace/tree";
  private static final String TAGS = "part/tags/table";
  private static final String LEGEND = "part/chart/legend";
  private static final String OVER_TEMP = "part/faults/cell:over_temp:filler";

  private Display display;
  private RunningWorkbench workbench;
  private HarnessClient window;

  @BeforeAll
  void start(@TempDir Path user) throws Exception {
    display = Display.open();
    workbench = RunningWorkbench.start(display, user);
    window = workbench.window();
    window.openPart("namespace");
    window.waitForVisible(TREE, true, Duration.ofSeconds(90));
    window.click("part/namespace/mode/only-matches");
  }

  @AfterEach
  void picture(TestInfo test) throws IOException {
    workbench.picture(test.getTestMethod().orElseThrow().getName());
  }

  @AfterAll
  void end() throws Exception {
    try (Display used = display;
        RunningWorkbench ended = workbench) {
      if (ended != null && used != null) {
        assertThat(ended.exit()).as("exit code").isZero();
        assertThat(ended.standardError()).isEmpty();
        assertThat(ended.errorsInLogs()).isEmpty();
      }
    }
  }

  @Test
  void showsLiveValuesAndFiltersThem() {
    Row temperature = namespace("temperature", "temperature", "°C");
    assertThat(number(temperature.cells().get(1))).isBetween(20.0, 120.0);
    window.fill("part/namespace/filter", "temp > 50");
    window.waitForText("part/namespace/meaning", "value above 50", SOON);
    Table matches =
        until(
            "only values above 50",
            SOON,
            () -> Optional.of(window.rows(TREE)).filter(SamplePlantJourney::isFiltered));
    assertThat(window.text("part/namespace/count")).matches("[1-9][0-9]* of 1[0-9]{2} topics");
    assertThat(values(matches))
        .extracting(row -> row.cells().getFirst())
        .contains("temperature", "product_temp")
        .doesNotContain("pressure", "fill_volume", "power");
    window.click("part/namespace/clear");
    assertThat(window.rows(TREE).total()).isGreaterThan(100);
  }

  private static boolean isFiltered(Table table) {
    return table.total() < 40
        && values(table).stream().allMatch(row -> number(row.cells().get(1)) > 50);
  }

  @Test
  void chartsLiveValuesAndAddsOne() {
    window.openFile("charts/line1.json");
    Table legend =
        window.waitForRow(LEGEND, SOON, "Axis", "right, kW", row -> row.cells().contains("good"));
    assertThat(legend.rows())
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(row -> assertThat(legend.cell(row, "Last")).matches("[0-9.]+"));
    String filter = "part/chart/chooser-filter";
    window.command("chart.add-series");
    window.waitForVisible(filter, true, SOON);
    window.type(filter, "filler motor_temp");
    window.click("part/chart/chooser", 0);
    window.key("Enter");
    window.waitForRow(LEGEND, SOON, "Series", "motor_temp line1/filler", this::hasNumber);
    window.command("file.save");
    untilTrue("the series is in the file", SOON, () -> saved("charts/line1.json", "motor_temp"));
  }

  private boolean hasNumber(Row row) {
    return row.cells().get(1).matches("[0-9.]+");
  }

  @Test
  void raisesAFaultAndSeesTheAlarm() {
    setFault(false);
    untilTrue("no alarm for two seconds", SOON, () -> alarmAge() > 2);
    setFault(true);
    untilTrue("a new alarm", SOON, () -> alarmAge() < 1.5);
    Row limit = namespace("over_temp", "high_limit", "");
    assertThat(limit.cells().get(1)).isEqualTo("80");
    setFault(false);
  }

  /** The plant has the same fault by itself now and then, so its cell is looked at first. */
  private void setFault(boolean on) {
    window.openPart("faults");
    window.waitForVisible(OVER_TEMP, true, SOON);
    until(
        "the fault is " + (on ? "on" : "off"),
        SOON,
        () -> {
          if (window.text(OVER_TEMP).endsWith(" s") == on) {
            return Optional.of(on);
          }
          window.click(OVER_TEMP);
          return Optional.empty();
        });
  }

  /** Seconds since the last alarm; without end if there was none. */
  private double alarmAge() {
    search("over_temp");
    Table table = window.rows(TREE);
    return table
        .find("Topic", "over_temp")
        .map(row -> table.cell(row, "Age"))
        .filter(age -> age.matches("[0-9.]+ s"))
        .map(age -> Double.parseDouble(age.replace(" s", "")))
        .orElse(Double.POSITIVE_INFINITY);
  }

  @Test
  void writesASetPointThatTheDeviceTakes() {
    Row tag = tag("temp_setpoint");
    edit(tag, "Value", "74.5");
    namespace("temp_setpoint", "temp_setpoint", "°C", "74.5");
    window.openFile("gateways/filler/tags.csv");
    window.waitForRow(TAGS, SOON, "Value", "74.5", row -> row.cells().contains("temp_setpoint"));
  }

  @Test
  void editsATagAndDeploysIt() {
    namespace("co2_level", "co2_level", "g/l");
    Row tag = tag("co2_level");
    edit(tag, "Scale", "0.01");
    window.key("Ctrl+S");
    untilTrue("something is not deployed", SOON, () -> window.undeployed() == 1);
    assertThat(saved("gateways/filler/tags.csv", "co2_level,1!400007,Read,INT16,1,0.01")).isTrue();
    window.command("site.deploy");
    Table changes =
        window.waitForRow(
            "part/deploy/table", SOON, "Change", "decimal 0.01, was 0.1", row -> true);
    assertThat(changes.rows()).hasSize(2);
    window.waitForEnabled("part/deploy/deploy", SOON);
    window.click("part/deploy/deploy");
    untilTrue("all is deployed", SOON, () -> window.undeployed() == 0);
    untilTrue(
        "a tenth of the value",
        SOON,
        () -> number(namespace("co2_level", "co2_level", "g/l").cells().get(1)) < 1);
  }

  @Test
  void goesOnAfterTheEngineWasKilled() {
    ProcessHandle engine = workbench.child("engine").orElseThrow();
    window.openPart("sites");
    engine.destroyForcibly();
    window.waitForVisible("part/sites/engine-stopped", true, Duration.ofSeconds(3));
    assertThat(window.text("part/sites/engine-stopped")).contains("killed (signal 9)");
    namespace("pressure", "pressure", "bar", "stale");
    window.openPart("sites");
    window.waitForVisible("part/sites/engine-stopped", false, Duration.ofSeconds(60));
    namespace("pressure", "pressure", "bar", "good");
    assertThat(workbench.child("engine").orElseThrow().pid()).isNotEqualTo(engine.pid());
    assertThat(workbench.process().isAlive()).isTrue();
  }

  /** Looks for a value in the namespace and waits until its row says all these words. */
  private Row namespace(String search, String name, String... cells) {
    search(search);
    return until(
        name + " " + List.of(cells),
        Duration.ofSeconds(60),
        () ->
            window.rows(TREE).rows().stream()
                .filter(row -> row.cells().getFirst().equals(name))
                .filter(row -> row.cells().containsAll(List.of(cells)))
                .filter(row -> !row.cells().get(1).equals("–"))
                .findFirst());
  }

  private void search(String words) {
    window.openPart("namespace");
    if (!window.text("part/namespace/filter").equals(words)) {
      window.fill("part/namespace/filter", words);
    }
  }

  /** Looks for a tag of the filler in its table. */
  private Row tag(String name) {
    window.openFile("gateways/filler/tags.csv");
    window.waitForVisible("part/tags/filter", true, SOON);
    window.fill("part/tags/filter", name);
    return window
        .waitForRow(TAGS, SOON, "Tag", name, row -> row.cells().contains("good"))
        .find("Tag", name)
        .orElseThrow();
  }

  private void edit(Row row, String heading, String text) {
    window.doubleClick(TAGS, row.index(), window.rows(TAGS).columns().indexOf(heading));
    window.key("Ctrl+A");
    window.type("part/tags/edit", text + "\n");
  }

  private boolean saved(String file, String text) {
    try {
      Path plant = workbench.user().resolve("plants/bottling-line");
      return Files.readString(plant.resolve(file)).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The rows that stand for values, not for levels above them. */
  private static List<Row> values(Table table) {
    return table.rows().stream().filter(row -> !table.cell(row, "Quality").isEmpty()).toList();
  }

  private static double number(String shown) {
    return Double.parseDouble(shown.replace(",", "").replace('\u2212', '-'));
  }
}
