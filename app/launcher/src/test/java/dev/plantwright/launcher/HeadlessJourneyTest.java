package dev.plantwright.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.launcher.headless.HeadlessRun;
import dev.plantwright.plant.folder.SamplePlant;
import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import dev.plantwright.plant.variables.VariableValues;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.DeployPlan;
import dev.plantwright.sites.deploy.SiteVariables;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.launch.ChildState;
import dev.plantwright.sites.launch.JavaCommand;
import dev.plantwright.sites.launch.LocalSite;
import dev.plantwright.sites.launch.LocalSite.Child;
import dev.plantwright.sites.mqtt.LinkState;
import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sites.mqtt.MqttLink;
import dev.plantwright.sites.neuron.NodeState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample plant on real child processes, from the first start to a crash and back. */
class HeadlessJourneyTest {
  private static final JavaCommand JAVA =
      JavaCommand.ofThisProcess(
          Main.class.getName(), List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
  private static final VariableValues NO_SECRETS = VariableValues.of(Map.of());
  private static final String ALARM = "acme/hamburg/packaging/line1/_alarms/over_temp";
  private static final String FILLER = "acme/hamburg/packaging/line1/filler";

  @TempDir private Path user;

  private Path plant;

  @BeforeEach
  void copySample() throws IOException {
    plant = new SamplePlant(Path.of("samples", "bottling-line")).openIn(user.resolve("plants"));
  }

  @Test
  void showsLiveValuesAndAnAlarmWithoutAWindow() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    HeadlessRun.Options options =
        new HeadlessRun.Options(
            plant, user.resolve("logs"), JAVA, false, Duration.ofSeconds(16), true, false);
    int code =
        new HeadlessRun(
                options,
                NO_SECRETS,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                InstantSource.system())
            .run();
    String text = out.toString(UTF_8);
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(code).as(text).isZero();
    assertThat(text)
        .containsPattern("(?m)^engine ready: mqtt [0-9]+")
        .containsPattern("(?m)^  temperature +[0-9]+\\.[0-9] °C +[0-9.]+ s  good$")
        .containsPattern("(?m) ALARM over_temp: high_limit 80, temperature [0-9.]+$")
        .containsPattern("(?m)^summary: [0-9]+ messages, .*alarms: over_temp [0-9]+x$");
  }

  @Test
  void goesOnByItselfAfterTheEngineWasKilled() throws Exception {
    BlockingQueue<LocalSite.Change> changes = new LinkedBlockingQueue<>();
    LocalSite.Options options = new LocalSite.Options(JAVA, plant, user.resolve("logs"), false);
    try (LocalSite local = new LocalSite(options, InstantSource.system())) {
      local.onChange(changes::add);
      local.start(Child.ENGINE);
      local.start(Child.SIMULATOR);
      await(changes, c -> local.site().flatMap(Site::simulator).isPresent(), "both are ready");
      Site site = local.site().orElseThrow();
      deployTwice(site);
      BlockingQueue<Message> messages = new ArrayBlockingQueue<>(10_000);
      try (MqttLink link = listen(site, messages)) {
        await(messages, m -> m.topic().equals(FILLER) && m.payload().length > 100, "values");
        kill(local);
        await(changes, c -> c.state() instanceof ChildState.Failed, "the engine is seen dead");
        local.start(Child.ENGINE);
        await(changes, c -> c.state() instanceof ChildState.Running, "the engine runs again");
        assertThat(local.site()).as("the same ports and logins").contains(site);
        assertThat(changes(site)).extracting(Change::kind).containsOnly(Change.Kind.SAME);
        messages.clear();
        await(messages, m -> m.topic().equals(FILLER), "values after the crash");
        await(messages, m -> m.topic().equals(ALARM), "an alarm after the crash");
        assertThat(link.state()).isInstanceOf(LinkState.Connected.class);
      }
      assertNodesRun(site);
    }
  }

  private void deployTwice(Site site) {
    try (Doors doors = new Doors(site)) {
      DeployPlan plan = plan(doors);
      assertThat(plan.changes()).extracting(Change::kind).containsOnly(Change.Kind.ADDED);
      assertThat(plan.apply(change -> {}).stopped()).isEmpty();
      assertThat(plan.verify()).isEmpty();
      assertThat(plan(doors).changes())
          .hasSize(plan.changes().size())
          .extracting(Change::kind)
          .containsOnly(Change.Kind.SAME);
    }
  }

  private List<Change> changes(Site site) {
    try (Doors doors = new Doors(site)) {
      return plan(doors).changes();
    }
  }

  private DeployPlan plan(Doors doors) {
    PlantRead read = PlantReader.read(plant);
    return DeployPlan.between(read, doors, SiteVariables.of(doors.site(), plant, NO_SECRETS));
  }

  private static MqttLink listen(Site site, BlockingQueue<Message> messages) {
    MqttLink.Options options =
        new MqttLink.Options(site.mqtt().orElseThrow(), "journey", List.of("#"), 1);
    MqttLink link = new MqttLink(options, messages::offer, InstantSource.system());
    link.open();
    return link;
  }

  private static void kill(LocalSite local) {
    if (local.state(Child.ENGINE) instanceof ChildState.Running running) {
      ProcessHandle.of(running.pid()).orElseThrow().destroyForcibly();
    }
  }

  private static void assertNodesRun(Site site) {
    try (Doors doors = new Doors(site)) {
      assertThat(doors.neuron().states())
          .extracting(NodeState::running)
          .hasSize(4)
          .containsOnly(NodeState.Running.RUNNING);
      assertThat(doors.ekuiper().rules())
          .hasSize(2)
          .allMatch(rule -> rule.status().equals("running"));
      assertThat(doors.simulator().devices()).hasSize(3);
    }
  }

  private static <T> void await(BlockingQueue<T> queue, Predicate<T> wanted, String what)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      T next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next != null && wanted.test(next)) {
        return;
      }
    }
    throw new AssertionError("Not within 60 s: " + what);
  }
}
