package dev.plantwright.api.testing;

import dev.plantwright.api.Deployment;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.SiteSession;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.Outcome;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.mqtt.LinkState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A site whose states a test sets; what a part asks of it is written down. */
public final class TestSite implements SiteSession {
  private static final ProcessState OFF =
      new ProcessState(
          State.OFF, Map.of(), Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty());

  private final ObjectProperty<ProcessState> engine = new SimpleObjectProperty<>(OFF);
  private final ObjectProperty<ProcessState> simulator = new SimpleObjectProperty<>(OFF);
  private final ObjectProperty<Optional<Doors>> doors =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<LinkState> link = new SimpleObjectProperty<>(new LinkState.Off());
  private final ObjectProperty<Deployment> deployment =
      new SimpleObjectProperty<>(Deployment.UNKNOWN);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final TestJobs jobs = new TestJobs();

  public List<String> asked() {
    return asked;
  }

  @Override
  public ObjectProperty<ProcessState> engine() {
    return engine;
  }

  @Override
  public ObjectProperty<ProcessState> simulator() {
    return simulator;
  }

  @Override
  public ObjectProperty<Optional<Doors>> doors() {
    return doors;
  }

  @Override
  public ObjectProperty<LinkState> link() {
    return link;
  }

  @Override
  public ObjectProperty<Deployment> deployment() {
    return deployment;
  }

  @Override
  public void start() {
    asked.add("start");
  }

  @Override
  public void stop() {
    asked.add("stop");
  }

  @Override
  public void restart() {
    asked.add("restart");
  }

  @Override
  public void simulate(boolean on) {
    asked.add("simulate " + on);
  }

  @Override
  public void compare() {
    asked.add("compare");
  }

  @Override
  public Jobs.Job<Outcome> deploy(boolean partial) {
    asked.add(partial ? "deploy partial" : "deploy");
    List<Change> changes = deployment.get().changes();
    return jobs.start("Deploy", progress -> new Outcome(changes, Optional.empty()));
  }

  @Override
  public void publish(String topic, byte[] payload, int qos, boolean retain) {
    asked.add("publish " + topic);
  }
}
