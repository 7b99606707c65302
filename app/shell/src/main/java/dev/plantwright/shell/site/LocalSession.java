package dev.plantwright.shell.site;

import dev.plantwright.api.Deployment;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.Notice;
import dev.plantwright.api.SiteSession;
import dev.plantwright.live.Live;
import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.shell.jobs.JobRunner;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.deploy.Outcome;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.launch.ChildState;
import dev.plantwright.sites.launch.LocalSite;
import dev.plantwright.sites.launch.LocalSite.Child;
import dev.plantwright.sites.mqtt.LinkState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The local site of the open plant: engine and simulator as children, their doors, the link to the
 * broker, and what differs from the plant's files. FX thread.
 */
public final class LocalSession implements SiteSession, AutoCloseable {
  /** What a session needs from the workbench. */
  public record Needs(
      Jobs jobs,
      Live live,
      InstantSource clock,
      Supplier<Optional<PlantRead>> plant,
      Consumer<Notice> tell) {}

  private final Needs needs;
  private final SiteChildren options;
  private final Map<Child, ReadOnlyObjectWrapper<ProcessState>> processes =
      new EnumMap<>(Child.class);
  private final ReadOnlyObjectWrapper<Optional<Doors>> doors =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BrokerLink link;
  private final Deploying deploying;
  private Optional<LocalSite> site = Optional.empty();

  public LocalSession(Needs needs, SiteChildren options) {
    this.needs = needs;
    this.options = options;
    this.link = new BrokerLink(needs);
    this.deploying = new Deploying(needs, options, doors::get);
    for (Child child : Child.values()) {
      processes.put(
          child,
          new ReadOnlyObjectWrapper<>(
              Processes.off(options.log(child), needs.clock().instant(), "No plant is open.")));
    }
  }

  /** Runs the site of another plant; the former one ends in the background. */
  public void open(java.nio.file.Path plant) {
    close();
    LocalSite opened = new LocalSite(options.of(plant), needs.clock());
    site = Optional.of(opened);
    opened.onChange(change -> JobRunner.onFx(() -> changed(opened, change)));
    deploying.opened(plant);
    start();
  }

  private void changed(LocalSite from, LocalSite.Change change) {
    if (site.filter(s -> s == from).isEmpty()) {
      return;
    }
    ProcessState state =
        Processes.state(change.state(), options.log(change.child()), needs.clock().instant());
    processes.get(change.child()).set(state);
    if (change.state() instanceof ChildState.Running running) {
      running.notes().forEach(note -> needs.tell().accept(Notice.info(sentence(note))));
    }
    findDoors(from);
  }

  private static String sentence(String note) {
    return note.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + note.substring(1) + ".";
  }

  /** Reads where the children listen; that reads files. */
  private void findDoors(LocalSite from) {
    needs
        .jobs()
        .quietly("Find the doors of the local site", progress -> from.site())
        .then(found -> show(from, found));
  }

  private void show(LocalSite from, Optional<Site> found) {
    boolean stale = site.filter(s -> s == from).isEmpty();
    if (stale || found.equals(doors.get().map(Doors::site))) {
      return;
    }
    Optional<Doors> former = doors.get();
    doors.set(found.map(Doors::new));
    former.ifPresent(this::closeLater);
    found.flatMap(Site::mqtt).ifPresent(link::to);
    boolean simulated = found.flatMap(Site::simulator).isPresent();
    if (found.isPresent()) {
      deploying.siteChanged(simulated);
    }
  }

  private void closeLater(AutoCloseable thing) {
    needs
        .jobs()
        .quietly(
            "Close connections",
            progress -> {
              thing.close();
              return true;
            });
  }

  /** The plant's files changed. */
  public void plantChanged() {
    deploying.plantChanged();
  }

  @Override
  public ObservableValue<ProcessState> engine() {
    return processes.get(Child.ENGINE).getReadOnlyProperty();
  }

  @Override
  public ObservableValue<ProcessState> simulator() {
    return processes.get(Child.SIMULATOR).getReadOnlyProperty();
  }

  @Override
  public ObservableValue<Optional<Doors>> doors() {
    return doors.getReadOnlyProperty();
  }

  @Override
  public ObservableValue<LinkState> link() {
    return link.state();
  }

  @Override
  public ObservableValue<Deployment> deployment() {
    return deploying.deployment();
  }

  @Override
  public void start() {
    withSite(
        s -> {
          for (Child child : Child.values()) {
            s.start(child);
          }
        });
  }

  @Override
  public void stop() {
    withSite(
        s -> {
          for (Child child : Child.values()) {
            s.stop(child);
          }
        });
  }

  @Override
  public void restart() {
    withSite(
        s -> {
          for (Child child : Child.values()) {
            s.restart(child);
          }
        });
  }

  @Override
  public void simulate(boolean on) {
    withSite(
        s -> {
          if (on) {
            s.start(Child.SIMULATOR);
          } else {
            s.stop(Child.SIMULATOR);
          }
        });
  }

  private void withSite(Consumer<LocalSite> action) {
    site.ifPresentOrElse(
        action,
        () ->
            needs
                .tell()
                .accept(Notice.info("No plant is open. Open one, then its site can be started.")));
  }

  @Override
  public void compare() {
    deploying.compare();
  }

  @Override
  public Jobs.Job<Outcome> deploy(boolean partial) {
    return deploying.deploy(partial);
  }

  @Override
  public void publish(String topic, byte[] payload, int qos, boolean retain) {
    link.publish(topic, payload, qos, retain);
  }

  /** Ends link and children in the background. */
  @Override
  public void close() {
    link.close();
    site.ifPresent(this::closeLater);
    site = Optional.empty();
    doors.get().ifPresent(this::closeLater);
    doors.set(Optional.empty());
    Instant now = needs.clock().instant();
    processes.forEach(
        (child, state) -> state.set(Processes.off(options.log(child), now, "No plant is open.")));
  }

  /** What must be closed before the program ends; it blocks, so not on the FX thread. */
  public Optional<LocalSite> takeSite() {
    Optional<LocalSite> taken = site;
    site = Optional.empty();
    return taken;
  }
}
