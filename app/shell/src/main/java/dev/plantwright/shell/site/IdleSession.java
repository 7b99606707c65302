package dev.plantwright.shell.site;

import dev.plantwright.api.Deployment;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.Notice;
import dev.plantwright.api.SiteSession;
import dev.plantwright.sites.deploy.Outcome;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.mqtt.LinkState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** A workbench that runs no site: everything is off, and what is asked for is refused. */
public final class IdleSession implements SiteSession {
  private final ObservableValue<ProcessState> off =
      new ReadOnlyObjectWrapper<>(
          new ProcessState(
              State.OFF,
              Map.of(),
              Optional.of("This workbench runs no site."),
              Instant.EPOCH,
              Optional.empty(),
              Optional.empty()));
  private final ObservableValue<Optional<Doors>> doors =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableValue<LinkState> link = new ReadOnlyObjectWrapper<>(new LinkState.Off());
  private final ObservableValue<Deployment> deployment =
      new ReadOnlyObjectWrapper<>(Deployment.UNKNOWN);
  private final Jobs jobs;
  private final Consumer<Notice> tell;

  public IdleSession(Jobs jobs, Consumer<Notice> tell) {
    this.jobs = jobs;
    this.tell = tell;
  }

  @Override
  public ObservableValue<ProcessState> engine() {
    return off;
  }

  @Override
  public ObservableValue<ProcessState> simulator() {
    return off;
  }

  @Override
  public ObservableValue<Optional<Doors>> doors() {
    return doors;
  }

  @Override
  public ObservableValue<LinkState> link() {
    return link;
  }

  @Override
  public ObservableValue<Deployment> deployment() {
    return deployment;
  }

  private void refuse() {
    tell.accept(Notice.info("This workbench was started without a local site."));
  }

  @Override
  public void start() {
    refuse();
  }

  @Override
  public void stop() {
    refuse();
  }

  @Override
  public void restart() {
    refuse();
  }

  @Override
  public void simulate(boolean on) {
    refuse();
  }

  @Override
  public void compare() {
    refuse();
  }

  @Override
  public Jobs.Job<Outcome> deploy(boolean partial) {
    return jobs.start(
        "Deploy",
        progress -> {
          throw new IllegalStateException("This workbench was started without a local site.");
        });
  }

  @Override
  public void publish(String topic, byte[] payload, int qos, boolean retain) {
    refuse();
  }
}
