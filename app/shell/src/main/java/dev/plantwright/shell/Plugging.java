package dev.plantwright.shell;

import dev.plantwright.api.Command;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Setting;
import dev.plantwright.api.WorkbenchPlugin;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.shell.commands.CommandTable;
import dev.plantwright.shell.help.HelpPage;
import dev.plantwright.shell.help.HelpPart;
import dev.plantwright.shell.parts.ErrorLogPart;
import dev.plantwright.shell.parts.KeySheetPart;
import dev.plantwright.shell.parts.ProblemsPart;
import dev.plantwright.shell.parts.ProgressPart;
import dev.plantwright.shell.parts.WelcomePart;
import dev.plantwright.shell.plugins.LoadedPlugin;
import dev.plantwright.shell.settings.SettingsPart;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes in what the window itself and the plugins bring. */
final class Plugging {
  private static final String SELF = "workbench";

  private final Shell shell;
  private final InstantSource clock;
  private final List<LoadedPlugin> plugins = new ArrayList<>();
  private int views = 1;

  Plugging(Shell shell, InstantSource clock) {
    this.shell = shell;
    this.clock = clock;
  }

  void builtIn() {
    new ShellCommands(shell).all().forEach(c -> command(SELF, c));
    shell.contributions().setting(Shell.THEME);
    shell.contributions().setting(WelcomePart.AT_START);
    List<PartType> parts =
        List.of(
            PartType.view(
                "problems",
                "Problems",
                "mdi2a-alert-circle-outline",
                PartPlace.BOTTOM,
                context -> new ProblemsPart(context, clock)),
            PartType.view(
                "progress",
                "Progress",
                "mdi2p-progress-check",
                PartPlace.BOTTOM,
                ProgressPart::new),
            PartType.view(
                "log",
                "Error log",
                "mdi2b-bug-outline",
                PartPlace.BOTTOM,
                context -> new ErrorLogPart(context, shell.errors())),
            PartType.view(
                "welcome",
                "Welcome",
                "mdi2h-home-outline",
                PartPlace.CENTER,
                context -> new WelcomePart(context, welcome())),
            PartType.view(
                "keys",
                "Keys",
                "mdi2k-keyboard-outline",
                PartPlace.CENTER,
                context -> new KeySheetPart(context, keys())),
            PartType.view(
                "settings",
                "Settings",
                "mdi2c-cog-outline",
                PartPlace.CENTER,
                context -> new SettingsPart(context, settings(), shell.settings())),
            PartType.view(
                "help",
                "Help",
                "mdi2h-help-circle-outline",
                PartPlace.RIGHT,
                context -> new HelpPart(context, shell.help().desk())));
    parts.forEach(p -> shell.contributions().part(SELF, p));
  }

  private List<Setting<?>> settings() {
    return shell.contributions().settings();
  }

  /** Where the help of each part is looked for. */
  List<HelpPage.Source> helpSources() {
    return shell.contributions().parts().stream()
        .map(p -> new HelpPage.Source(p.id(), p.title(), owner(p)))
        .toList();
  }

  private Class<?> owner(PartType part) {
    String origin = shell.contributions().originOfPart(part.id());
    return plugins.stream()
        .filter(p -> p.name().equals(origin))
        .<Class<?>>map(p -> p.plugin().getClass())
        .findFirst()
        .orElse(Shell.class);
  }

  private WelcomePart.Actions welcome() {
    Optional<Runnable> sample =
        shell.actions().hasSample() ? Optional.of(shell::openSample) : Optional.empty();
    return new WelcomePart.Actions(
        sample, shell.actions()::choosePlant, shell::openPlant, shell.actions().recent());
  }

  private List<KeySheetPart.Line> keys() {
    CommandTable table = shell.commandTable();
    return table.all().stream()
        .filter(e -> e.command().keys().isPresent())
        .map(e -> line(table, e))
        .sorted(java.util.Comparator.comparing(KeySheetPart.Line::title))
        .toList();
  }

  private static KeySheetPart.Line line(CommandTable table, CommandTable.Entry entry) {
    Command command = entry.command();
    return new KeySheetPart.Line(
        command.id(),
        table.keys(command.id()),
        command.title(),
        String.join(", ", command.menus()));
  }

  /** Adds a plugin's contributions; what throws is left out. */
  void add(LoadedPlugin loaded) {
    String name = loaded.name();
    WorkbenchPlugin plugin = loaded.plugin();
    plugins.add(loaded);
    each(name, "parts", plugin::parts, p -> shell.contributions().part(name, p));
    each(name, "commands", plugin::commands, c -> command(name, c));
    each(name, "perspectives", plugin::perspectives, shell.contributions()::perspective);
    each(name, "settings", plugin::settings, shell.contributions()::setting);
    each(name, "files", plugin::files, shell.contributions()::file);
    each(name, "finders", plugin::finders, f -> shell.contributions().finder(name, f));
  }

  private <T> void each(
      String name, String what, Supplier<List<T>> list, java.util.function.Consumer<T> add) {
    shell.guard().call(name, "Reading its " + what, list, List.<T>of()).forEach(add);
  }

  private void command(String origin, Command command) {
    if (!shell.commandTable().add(origin, command)) {
      shell
          .guard()
          .report(
              origin,
              "Adding command " + command.id(),
              new IllegalStateException("another command has this id"));
    }
  }

  /** All plugins are in: makes menus, toolbar and the commands that show views. */
  void done() {
    List<PartType> all = shell.contributions().parts();
    List<PartType> own = all.stream().filter(this::isOwn).toList();
    List<PartType> foreign = all.stream().filter(p -> !isOwn(p)).toList();
    ShellCommands commands = new ShellCommands(shell);
    commands.show(foreign, views).forEach(c -> command(SELF, c));
    commands.show(own, 10).forEach(c -> command(SELF, c));
    shell
        .contributions()
        .perspectives()
        .forEach(
            p ->
                command(
                    SELF,
                    Command.of(
                            "perspective." + p.id(),
                            p.title() + " Perspective",
                            (f, w) -> shell.arrangements().show(p.id()))
                        .icon(p.icon())
                        .menu("Window/Perspectives")));
    shell.window().menus().menus();
    shell.window().tools().tools();
    shell.report("keys", shell.commandTable().conflicts().stream().map(this::problem).toList());
  }

  private boolean isOwn(PartType type) {
    return shell.contributions().originOfPart(type.id()).equals(SELF);
  }

  private Problem problem(CommandTable.Conflict conflict) {
    return Problem.warning(
        "KEY-CONFLICT",
        Place.of("settings.json"),
        "%s is bound to %s and to %s; %s has it. Set keys.%s to other keys."
            .formatted(
                conflict.keys(),
                conflict.winner(),
                conflict.loser(),
                conflict.winner(),
                conflict.loser()));
  }

  void started() {
    shell.help().read(helpSources());
    plugins.forEach(p -> shell.guard().run(p.name(), "Starting", () -> p.plugin().started(shell)));
  }

  void stopped() {
    plugins.forEach(p -> shell.guard().run(p.name(), "Stopping", () -> p.plugin().stopped()));
  }
}
