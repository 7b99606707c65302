package dev.plantwright.sites.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.sites.Login;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.launch.LocalSite.Child;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSiteTest {
  @TempDir private Path plant;

  private final BlockingQueue<LocalSite.Change> changes = new LinkedBlockingQueue<>();
  private LocalSite site;

  @BeforeEach
  void make() {
    JavaCommand java =
        JavaCommand.ofThisProcess(
            FakeChild.class.getName(), List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    LocalSite.Options options = new LocalSite.Options(java, plant, plant.resolve("logs"), true);
    site = new LocalSite(options, InstantSource.system());
    site.onChange(changes::add);
  }

  @AfterEach
  void end() {
    site.close();
  }

  private <S extends ChildState> S await(Child child, Class<S> state) throws InterruptedException {
    for (long left = 20; left > 0; left--) {
      LocalSite.Change change = changes.poll(20, TimeUnit.SECONDS);
      assertThat(change).as("%s of %s", state.getSimpleName(), child).isNotNull();
      if (change.child() == child && state.isInstance(change.state())) {
        return state.cast(change.state());
      }
    }
    throw new AssertionError("never " + state);
  }

  @Test
  void isASiteWithAllItsDoorsWhenBothChildrenAreReady() throws Exception {
    assertThat(site.site()).isEmpty();
    site.start(Child.ENGINE);
    await(Child.ENGINE, ChildState.Running.class);
    site.start(Child.SIMULATOR);
    await(Child.SIMULATOR, ChildState.Running.class);
    assertThat(site.site())
        .contains(
            new Site(
                "local",
                Site.Kind.LOCAL,
                Optional.of(new Site.Broker("127.0.0.1", 41883, Optional.of(new Login("u", "p")))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:48090"))));
  }

  @Test
  void saysWithinHalfASecondThatAChildWasKilledAndWhenItStartsAgain() throws Exception {
    site.start(Child.ENGINE);
    ChildState.Running running = await(Child.ENGINE, ChildState.Running.class);
    long before = System.nanoTime();
    ProcessHandle.of(running.pid()).orElseThrow().destroyForcibly();
    ChildState.Failed failed = await(Child.ENGINE, ChildState.Failed.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
    assertThat(failed.exit()).isEqualTo(new Exit(137, "killed (signal 9)"));
    Instant restart = failed.restart().orElseThrow();
    assertThat(Duration.between(failed.when(), restart)).isEqualTo(Duration.ofSeconds(10));
    site.start(Child.ENGINE);
    await(Child.ENGINE, ChildState.Running.class);
  }

  @Test
  void keepsThePortsOfARestartedChild() throws Exception {
    site.start(Child.ENGINE);
    await(Child.ENGINE, ChildState.Running.class);
    site.restart(Child.ENGINE);
    await(Child.ENGINE, ChildState.Stopped.class);
    await(Child.ENGINE, ChildState.Running.class);
    assertThat(plant.resolve(".plantwright/engine/arguments"))
        .content()
        .contains("--ports any,mqtt=41883 --exit-with-parent");
  }

  @Test
  void takesFreePortsAndSaysSoWhenTheSimulatorCannotHaveItsOwn() throws Exception {
    Files.writeString(plant.resolve("behaviour"), "refuse default");
    site.start(Child.SIMULATOR);
    ChildState.Running running = await(Child.SIMULATOR, ChildState.Running.class);
    assertThat(running.notes())
        .containsExactly("port 1502 is taken, so the devices listen on free ports");
  }

  @Test
  void doesNotStartAgainWhatCannotRun() throws Exception {
    Files.writeString(plant.resolve("behaviour"), "refuse all");
    site.start(Child.SIMULATOR);
    ChildState.Failed failed = await(Child.SIMULATOR, ChildState.Failed.class);
    assertThat(failed.exit()).isEqualTo(new Exit(2, "the folder is in use"));
    assertThat(failed.restart()).isEmpty();
  }

  @Test
  void leavesNoProcessBehind() throws Exception {
    site.start(Child.ENGINE);
    long pid = await(Child.ENGINE, ChildState.Running.class).pid();
    site.close();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(site.state(Child.ENGINE)).isEqualTo(new ChildState.Stopped());
  }
}
