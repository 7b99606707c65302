package dev.plantwright.api.testing;

import dev.plantwright.api.Command;
import dev.plantwright.api.Document;
import dev.plantwright.api.Focus;
import dev.plantwright.api.Frames;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.Notice;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Scope;
import dev.plantwright.api.Setting;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.WorkbenchState;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Live;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * A workbench for tests of one part: real plant files, real live values, real jobs, no shell.
 * Frames are painted on every pulse. What a part asks for is written down in {@link #asked}.
 */
public final class TestWorkbench implements Workbench, AutoCloseable {
  private final ObjectProperty<Optional<Plant>> plant =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Focus> focus = new SimpleObjectProperty<>(Focus.NOTHING);
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final Map<String, List<Problem>> reports = new HashMap<>();
  private final Map<String, ObjectProperty<Object>> settings = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> held = new AtomicReference<>();
  private final Live live = new Live(() -> Optional.ofNullable(held.get()).orElseGet(Instant::now));
  private final TestJobs jobs = new TestJobs();
  private final TestSite site = new TestSite();
  private final Optional<Path> folder;
  private Stage stage;

  /** A workbench without a plant. */
  public TestWorkbench() {
    this.folder = Optional.empty();
  }

  /** A workbench on a plant folder. */
  public TestWorkbench(Path folder) {
    this.folder = Optional.of(folder);
    reread();
  }

  /** Reads the plant again, as the watcher of the real one does. */
  public void reread() {
    PlantRead read = PlantReader.read(folder.orElseThrow());
    Fx.run(
        () -> {
          plant.set(Optional.of(read.plant()));
          report("plant", read.problems());
        });
  }

  /**
   * What was asked for: {@code open chart:charts/a.json}, {@code tell ...}, {@code run
   * site.deploy}.
   */
  public List<String> asked() {
    return asked;
  }

  /** Stops the time of live values, so that ages and rates stay what they are; gives epoch ms. */
  public long holdTime() {
    held.set(Instant.now());
    return held.get().toEpochMilli();
  }

  /** The site, whose states a test sets. */
  @Override
  public TestSite site() {
    return site;
  }

  /** Makes a part and shows it in a window. */
  public <P extends Part> P show(
      PartType type, Optional<String> argument, Theme theme, int width, int height, Class<P> is) {
    return Fx.call(
        () -> {
          P part = is.cast(type.make().apply(new Context(argument)));
          stage = new Stage();
          Scene scene = new Scene(new javafx.scene.layout.StackPane(part.node()), width, height);
          theme.apply(scene);
          stage.setScene(scene);
          stage.show();
          part.focus();
          return part;
        });
  }

  /** The window of the part shown last. */
  public Stage stage() {
    return stage;
  }

  @Override
  public void close() {
    Fx.run(
        () -> {
          if (stage != null) {
            stage.close();
          }
        });
    live.close();
  }

  private final class Context implements PartContext {
    private final Optional<String> argument;
    private final Scope scope = new Scope();

    Context(Optional<String> argument) {
      this.argument = argument;
    }

    @Override
    public Workbench workbench() {
      return TestWorkbench.this;
    }

    @Override
    public Scope scope() {
      return scope;
    }

    @Override
    public Optional<String> argument() {
      return argument;
    }

    @Override
    public Map<String, String> state() {
      return Map.of();
    }

    @Override
    public void title(String title) {
      asked.add("title " + title);
    }

    @Override
    public void badge(int count, boolean error) {
      asked.add("badge " + count);
    }

    @Override
    public void select(List<?> selection) {
      focus.set(new Focus(focus.get().partId(), focus.get().part(), Optional.empty(), selection));
    }
  }

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public Frames frames() {
    return new Frames() {
      @Override
      public void paint(Scope scope, Node node, int hz, Runnable painter) {
        AnimationTimer timer =
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                painter.run();
              }
            };
        timer.start();
        scope.own(timer::stop);
      }

      @Override
      public void changed() {}
    };
  }

  @Override
  public ObservableValue<Focus> focus() {
    return focus;
  }

  @Override
  public void show(String partType) {
    asked.add("show " + partType);
  }

  @Override
  public void open(String partType, String argument) {
    asked.add("open " + partType + ":" + argument);
  }

  @Override
  public void openFile(String file, Optional<Place> place) {
    asked.add("file " + file + place.map(p -> " " + p.line() + ":" + p.column()).orElse(""));
  }

  @Override
  public void run(String commandId) {
    asked.add("run " + commandId);
  }

  @Override
  public void preview(String file) {
    asked.add("preview " + file);
  }

  @Override
  public List<Command> commands() {
    return List.of();
  }

  @Override
  public WorkbenchState state() {
    return new WorkbenchState(List.of(), List.of(), "", 0);
  }

  @Override
  public Optional<String> launchOption(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<Command> command(String id) {
    return Optional.empty();
  }

  @Override
  public ObservableValue<Optional<Plant>> plant() {
    return plant;
  }

  @Override
  public void openPlant(Path other) {
    asked.add("plant " + other.getFileName());
  }

  @Override
  public void openSample() {
    asked.add("sample");
  }

  @Override
  public Live live() {
    return live;
  }

  @Override
  public ObservableList<Problem> problems() {
    return problems;
  }

  @Override
  public void report(String producer, List<Problem> found) {
    reports.put(producer, List.copyOf(found));
    List<Problem> all = new ArrayList<>();
    reports.values().forEach(all::addAll);
    problems.setAll(all);
  }

  @Override
  public Jobs.Job<String> read(String file) {
    Path path = folder.orElseThrow().resolve(file);
    return jobs.start("Read " + file, progress -> Files.readString(path));
  }

  @Override
  public Jobs.Job<Void> write(String file, String text) {
    Path path = folder.orElseThrow().resolve(file);
    return jobs.start(
        "Write " + file,
        progress -> {
          Files.createDirectories(path.getParent());
          Files.writeString(path, text);
          return null;
        });
  }

  @Override
  public void save(Document<?> document) {
    write(document.file(), document.text()).then(done -> document.saved());
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> ObservableValue<T> setting(Setting<T> setting) {
    return (ObservableValue<T>) slot(setting);
  }

  @Override
  public <T> void set(Setting<T> setting, T value) {
    slot(setting).set(value);
  }

  private ObjectProperty<Object> slot(Setting<?> setting) {
    return settings.computeIfAbsent(
        setting.id(), id -> new SimpleObjectProperty<>(setting.initial()));
  }

  @Override
  public void tell(Notice notice) {
    asked.add("tell " + notice.title());
  }
}
