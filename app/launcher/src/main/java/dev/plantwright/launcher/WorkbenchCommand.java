package dev.plantwright.launcher;

import dev.plantwright.launcher.headless.HeadlessRun;
import dev.plantwright.plant.folder.SamplePlant;
import dev.plantwright.shell.WorkbenchApp;
import dev.plantwright.shell.WorkbenchOptions;
import dev.plantwright.shell.site.SiteChildren;
import dev.plantwright.sites.launch.JavaCommand;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the workbench, or runs the plant without a window where there is no display. */
@Command(
    name = "workbench",
    mixinStandardHelpOptions = true,
    description =
        "Opens the workbench; without a display, runs the plant and shows its values here.")
final class WorkbenchCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(WorkbenchCommand.class);
  private static final List<String> CHILD_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx512m");

  private final Terminal terminal;

  @Parameters(paramLabel = "PLANT", arity = "0..1", description = "Folder of the plant to open.")
  private Path plant;

  @Option(names = "--sample", description = "Open the sample plant, a copy of it in the user dir.")
  private boolean sample;

  @Option(
      names = "--for",
      paramLabel = "20s",
      converter = SpanConverter.class,
      description = "End so long after the first live value.")
  private Duration span;

  @Option(names = "--user-dir", paramLabel = "DIR", description = "The user's own files.")
  private Path userDir;

  @Option(names = "--harness", paramLabel = "PORT", description = "Let HTTP drive the window.")
  private Integer harness;

  WorkbenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (plant != null && sample) {
      throw new CouldNotRun("Give a plant folder or --sample, not both.");
    }
    UserDir user = UserDir.of(userDir);
    try (FileLock lock = user.lock()) {
      Logging.to(user.logs(), "workbench");
      LOG.info("Plantwright {} uses {} ({})", Version.text(), user.path(), lock.isValid());
      return hasDisplay(System.getProperty("os.name"), System.getenv())
          ? window(user)
          : headless(user, folder(user));
    }
  }

  private int window(UserDir user) {
    Home home = Home.ofThisProcess();
    WorkbenchOptions options =
        new WorkbenchOptions(
            Optional.ofNullable(plant).map(CheckCommand::folder),
            sample,
            Optional.of(home.sample()),
            user.path(),
            Optional.ofNullable(span),
            Optional.of(home.plugins()),
            harness == null ? Map.of() : Map.of("harness", harness.toString()),
            Optional.of(new SiteChildren(java(), user.logs(), true, user.secrets())));
    try {
      WorkbenchApp.run(options);
      return 0;
    } catch (WorkbenchApp.CouldNotStart e) {
      throw new CouldNotRun(e.getMessage(), e);
    }
  }

  private Optional<Path> folder(UserDir user) {
    if (!sample) {
      return Optional.ofNullable(plant).map(CheckCommand::folder);
    }
    try {
      return Optional.of(new SamplePlant(Home.ofThisProcess().sample()).openIn(user.plants()));
    } catch (IOException e) {
      throw new CouldNotRun("Cannot copy the sample plant: " + e.getMessage(), e);
    }
  }

  private int headless(UserDir user, Optional<Path> folder) throws InterruptedException {
    if (harness != null) {
      throw new CouldNotRun("--harness drives a window, and there is no display for one.");
    }
    Path opened =
        folder.orElseThrow(
            () -> new CouldNotRun("Without a display, name a plant folder or --sample."));
    terminal.out().println("No display (DISPLAY, WAYLAND_DISPLAY): running " + opened + " here.");
    HeadlessRun.Options options =
        new HeadlessRun.Options(
            opened,
            user.logs(),
            java(),
            true,
            Optional.ofNullable(span).orElse(Duration.ofSeconds(20)),
            sample,
            terminal.interactive());
    return new HeadlessRun(
            options, user.secrets(), terminal.out(), terminal.err(), InstantSource.system())
        .run();
  }

  private static JavaCommand java() {
    return JavaCommand.ofThisProcess(Main.class.getName(), childOptions());
  }

  private static List<String> childOptions() {
    List<String> options = new ArrayList<>(CHILD_OPTIONS);
    String home = System.getProperty(Home.PROPERTY, "");
    if (!home.isEmpty()) {
      options.add("-D" + Home.PROPERTY + "=" + home);
    }
    return options;
  }

  /** Windows and macOS always have one; elsewhere the environment says so. */
  static boolean hasDisplay(String osName, Map<String, String> environment) {
    boolean always = osName.startsWith("Windows") || osName.startsWith("Mac");
    return always || isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
  }

  private static boolean isSet(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
