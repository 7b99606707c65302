package dev.plantwright.shell;

import dev.plantwright.api.Command;
import dev.plantwright.api.Document;
import dev.plantwright.api.Focus;
import dev.plantwright.api.Frames;
import dev.plantwright.api.GoTo;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.Notice;
import dev.plantwright.api.Setting;
import dev.plantwright.api.SiteSession;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.WorkbenchState;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meanings;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.shell.commands.CommandTable;
import dev.plantwright.shell.dock.Dock;
import dev.plantwright.shell.dock.PartTab;
import dev.plantwright.shell.errors.ErrorLog;
import dev.plantwright.shell.frames.FramePump;
import dev.plantwright.shell.frames.FreezeMonitor;
import dev.plantwright.shell.jobs.Afterwards;
import dev.plantwright.shell.jobs.JobRunner;
import dev.plantwright.shell.plant.PlantDesk;
import dev.plantwright.shell.plant.ProblemList;
import dev.plantwright.shell.plugins.Contributions;
import dev.plantwright.shell.plugins.LoadedPlugin;
import dev.plantwright.shell.settings.SettingsStore;
import dev.plantwright.shell.site.IdleSession;
import dev.plantwright.shell.site.LocalSession;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** The workbench as plugins see it, put together from its pieces. FX thread. */
final class Shell implements Workbench {
  static final Setting<String> THEME =
      new Setting<>(
          "workbench.theme",
          "Look",
          "Theme",
          "Colours of the window; system: as the desktop has it.",
          "dark",
          List.of("dark", "light", "system"));

  private final WorkbenchOptions options;
  private final ErrorLog errors;
  private final Guard guard;
  private final JobRunner jobs = new JobRunner(this::jobFailed);
  private final FramePump frames = new FramePump(System::nanoTime, this::painterFailed);
  private final FreezeMonitor freezes = new FreezeMonitor();
  private final SettingsStore settings;
  private final ProblemList problems = new ProblemList();
  private final PlantDesk desk;
  private final Contributions contributions = new Contributions();
  private final ReadOnlyObjectWrapper<Focus> focus = new ReadOnlyObjectWrapper<>(Focus.NOTHING);
  private final CommandTable commands;
  private final Dock dock;
  private final ShellWindow window;
  private final Arrangements arrangements;
  private final SiteSession session;
  private final Optional<LocalSession> local;
  private final Live live;
  private final UserFiles files;
  private final ShellActions actions;
  private final Plugging plugging;
  private final Unsaved unsaved;
  private final Help help = new Help(this);
  private final ChangeListener<ColorScheme> schemes = (o, before, scheme) -> dressed();
  private Optional<Path> waiting = Optional.empty();
  private boolean framed;

  Shell(WorkbenchOptions options, UserFiles files, Stage stage, InstantSource clock) {
    this.options = options;
    this.files = files;
    errors = new ErrorLog(clock);
    guard = new Guard(errors, this::tell, () -> show("log"));
    settings = new SettingsStore(files::touch);
    files.settings().ifPresent(settings::load);
    live = new Live(clock);
    live.onChange(frames::changed);
    desk = new PlantDesk(jobs, problems, clock);
    LocalSession.Needs needs = new LocalSession.Needs(jobs, live, clock, desk::newest, this::tell);
    local = options.children().map(children -> new LocalSession(needs, children));
    session = local.<SiteSession>map(l -> l).orElseGet(() -> new IdleSession(jobs, this::tell));
    commands = new CommandTable(focus::get, this, this::bound, this::commandFailed);
    Surrounding around = new Surrounding(contributions, commands, this::dress, files::touch);
    dock = new Dock(around, d -> new PartTab.Host(this, this::partFailed));
    window = new ShellWindow(stage, dock.node(), commands, this::openView);
    arrangements = new Arrangements(contributions, dock);
    actions = new ShellActions(this);
    plugging = new Plugging(this, clock);
    unsaved = new Unsaved(this, clock);
  }

  /** Adds what the window and the plugins bring, and arranges the parts. */
  void start(List<LoadedPlugin> plugins) {
    dressed();
    settings.value(THEME).addListener((o, before, name) -> dressed());
    Platform.getPreferences().colorSchemeProperty().addListener(schemes);
    window.place(files.layout().window());
    plugging.builtIn();
    plugins.forEach(plugging::add);
    plugging.done();
    dock.watch(window.scene());
    dock.beforeClose(unsaved::closing);
    if (options.plant().isPresent() || (options.openSample() && options.sample().isPresent())) {
      desk.expect();
    }
    dock.active().addListener((o, before, tab) -> focused(tab));
    arrangements.shown().addListener((o, before, id) -> window.menus().select(id));
    window.menus().perspectives(contributions.perspectives(), arrangements::show);
    arrangements.start(files.layout());
    window.menus().select(arrangements.shown().get());
    files.problems().forEach(p -> report("user files", List.of(p)));
    new StatusFacts(this).start();
    desk.plant().addListener((o, before, plant) -> planted(plant));
    actions.open(options);
  }

  private void planted(Optional<Plant> plant) {
    live.meanings(plant.map(Meanings::of).orElse(Meanings.NONE));
    local.ifPresent(LocalSession::plantChanged);
    window.tools().refresh();
  }

  /** The site of a plant that was opened, once the window has drawn its first frame. */
  void runSite(Path plant) {
    if (framed) {
      local.ifPresent(l -> l.open(plant));
    } else {
      waiting = Optional.of(plant);
    }
  }

  private void dress(javafx.scene.Scene scene) {
    window.dress(scene);
  }

  private Theme theme() {
    return switch (settings.value(THEME).get()) {
      case "light" -> Theme.LIGHT;
      case "system" ->
          Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT
              ? Theme.LIGHT
              : Theme.DARK;
      default -> Theme.DARK;
    };
  }

  void theme(String name) {
    set(THEME, name);
  }

  private void dressed() {
    window.theme(theme());
    javafx.stage.Window.getWindows().stream()
        .filter(w -> w instanceof Stage && w != window.stage() && w.getScene() != null)
        .forEach(w -> window.dress(w.getScene()));
  }

  private Optional<KeyCombination> bound(Command command) {
    String initial = command.keys().map(KeyCombination::getName).orElse("");
    Setting<String> keys =
        Setting.of("keys." + command.id(), "Keys", command.title(), "Keys", initial);
    String wanted = settings.value(keys).get();
    try {
      return wanted.isBlank()
          ? Optional.empty()
          : Optional.of(KeyCombination.valueOf(wanted.replace("Ctrl", "Shortcut")));
    } catch (IllegalArgumentException e) {
      return command.keys();
    }
  }

  private void focused(Optional<PartTab> tab) {
    focus.set(tab.map(PartTab::snapshot).orElse(Focus.NOTHING));
    actions.focused(tab);
  }

  private void jobFailed(JobRunner.Failure failure) {
    if (failure.quiet()) {
      errors.add("workbench", failure.title(), failure.cause());
      return;
    }
    String why =
        Optional.ofNullable(failure.cause().getMessage()).orElse(failure.cause().toString());
    tell(
        Notice.error(
            failure.title() + " stopped", why, new Notice.Action("Retry", failure.retry())));
  }

  private void painterFailed(Node node, Throwable thrown) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n.getProperties().get(PartTab.class) instanceof PartTab tab) {
        tab.fail(thrown);
        return;
      }
    }
    guard.report("workbench", "Painting " + node, thrown);
  }

  private Node partFailed(PartTab tab, Throwable thrown) {
    String origin = contributions.originOfPart(tab.type().id());
    errors.add(origin, "Part " + tab.id(), thrown);
    return Surrounding.failed(tab, origin, () -> show("log"));
  }

  private void commandFailed(CommandTable.Entry entry, Throwable thrown) {
    guard.report(entry.origin(), "Command " + entry.command().title(), thrown);
  }

  private void openView(String view) {
    if (contributions.part(view).isPresent()) {
      show(view);
    }
  }

  /** The window has drawn its first frame. */
  void started() {
    framed = true;
    waiting.ifPresent(this::runSite);
    plugging.started();
  }

  /** Adds plugins to a workbench that runs. */
  void addLater(List<LoadedPlugin> plugins) {
    plugins.forEach(plugging::add);
    plugging.done();
    window.menus().perspectives(contributions.perspectives(), arrangements::show);
    arrangements.start(files.layout());
    window.menus().select(arrangements.shown().get());
    plugging.started();
  }

  void toggleTheme() {
    theme(theme() == Theme.LIGHT ? "dark" : "light");
  }

  /** What is left to do off the FX thread: texts to write, and children that take time to end. */
  record Ending(
      UserFiles.Texts texts, CompletableFuture<?> drafts, Optional<AutoCloseable> children) {}

  /** Ends everything; gives what is to be written to the user's files. */
  Ending close() {
    plugging.stopped();
    String layout = arrangements.file(Optional.of(window.place())).print();
    unsaved.look();
    CompletableFuture<?> drafts = unsaved.close();
    List.copyOf(dock.tabs()).forEach(tab -> tab.scope().close());
    desk.close();
    Optional<AutoCloseable> children = local.flatMap(LocalSession::takeSite).map(s -> s);
    local.ifPresent(LocalSession::close);
    Platform.getPreferences().colorSchemeProperty().removeListener(schemes);
    frames.close();
    freezes.close();
    jobs.close();
    live.close();
    return new Ending(new UserFiles.Texts(layout, settings.print()), drafts, children);
  }

  UserFiles.Texts texts() {
    return new UserFiles.Texts(
        arrangements.file(Optional.of(window.place())).print(), settings.print());
  }

  // Pieces for the classes beside this one

  WorkbenchOptions options() {
    return options;
  }

  UserFiles files() {
    return files;
  }

  Guard guard() {
    return guard;
  }

  ErrorLog errors() {
    return errors;
  }

  CommandTable commandTable() {
    return commands;
  }

  Contributions contributions() {
    return contributions;
  }

  Dock dock() {
    return dock;
  }

  ShellWindow window() {
    return window;
  }

  Arrangements arrangements() {
    return arrangements;
  }

  PlantDesk desk() {
    return desk;
  }

  SettingsStore settings() {
    return settings;
  }

  Help help() {
    return help;
  }

  Unsaved unsaved() {
    return unsaved;
  }

  ShellActions actions() {
    return actions;
  }

  // Workbench

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public Frames frames() {
    return frames;
  }

  @Override
  public ObservableValue<Focus> focus() {
    return focus.getReadOnlyProperty();
  }

  @Override
  public void show(String partType) {
    if (!dock.open(partType, false)) {
      tell(Notice.info("There is no part named " + partType + "."));
    }
  }

  @Override
  public void open(String partType, String argument) {
    String id = contributions.partId(partType, argument);
    if (!dock.open(id, false)) {
      tell(Notice.info("There is no editor named " + partType + "."));
    }
  }

  @Override
  public void openFile(String file, Optional<Place> place) {
    openFile(file, false);
    place.ifPresent(
        p ->
            dock.active()
                .get()
                .flatMap(t -> t.part().get())
                .flatMap(part -> part.as(GoTo.class))
                .ifPresent(goTo -> goTo.goTo(p)));
  }

  @Override
  public void preview(String file) {
    openFile(file, true);
  }

  private void openFile(String file, boolean preview) {
    contributions
        .kindOf(file)
        .ifPresentOrElse(
            kind -> dock.open(contributions.partId(kind.partId(), file), preview),
            () -> tell(Notice.info("No editor opens " + file + ".")));
  }

  @Override
  public void run(String commandId) {
    commands.run(commandId);
  }

  @Override
  public Optional<Command> command(String id) {
    return commands.find(id);
  }

  @Override
  public List<Command> commands() {
    return commands.all().stream().map(CommandTable.Entry::command).toList();
  }

  @Override
  public WorkbenchState state() {
    return new WorkbenchState(
        dock.tabs().stream().map(PartTab::id).toList(),
        dock.tabs().stream().filter(dock::isShown).map(PartTab::id).toList(),
        arrangements.shown().get(),
        freezes.longestPauseMillis());
  }

  @Override
  public Optional<String> launchOption(String name) {
    return Optional.ofNullable(options.launch().get(name));
  }

  @Override
  public ObservableValue<Optional<Plant>> plant() {
    return desk.plant();
  }

  @Override
  public void openPlant(Path folder) {
    actions.openPlant(folder);
  }

  @Override
  public void openSample() {
    actions.openSample();
  }

  @Override
  public SiteSession site() {
    return session;
  }

  @Override
  public Live live() {
    return live;
  }

  @Override
  public ObservableList<Problem> problems() {
    return problems.all();
  }

  @Override
  public void report(String producer, List<Problem> found) {
    problems.report(producer, found);
  }

  @Override
  public Jobs.Job<String> read(String file) {
    return desk.read(file).then(text -> Afterwards.run(unsaved::look));
  }

  @Override
  public Jobs.Job<Void> write(String file, String text) {
    return desk.write(file, text);
  }

  @Override
  public void save(Document<?> document) {
    actions.save(document, () -> {});
  }

  @Override
  public <T> ObservableValue<T> setting(Setting<T> setting) {
    return settings.value(setting);
  }

  @Override
  public <T> void set(Setting<T> setting, T value) {
    settings.set(setting, value);
  }

  @Override
  public void tell(Notice notice) {
    window.tell(notice);
  }
}
