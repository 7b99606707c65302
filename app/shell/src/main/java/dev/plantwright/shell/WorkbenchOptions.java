package dev.plantwright.shell;

import dev.plantwright.shell.site.SiteChildren;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the workbench is started.
 *
 * @param plant folder to open
 * @param openSample open the sample instead
 * @param sample folder of the bundled sample plant, if it is there
 * @param userDir the user's own files: layout, settings, logs, plants; made when missing
 * @param duration closes by itself after this time, counted from the first frame
 * @param plugins folder with one folder a plugin
 * @param launch what plugins ask for by name, such as {@code harness} with a port; plugins that
 *     name an option in their {@code plugin.properties} ({@code plugin.only-with}) are loaded only
 *     when it is here
 * @param children how engine and simulator of the local site are started; empty: no site is run
 */
public record WorkbenchOptions(
    Optional<Path> plant,
    boolean openSample,
    Optional<Path> sample,
    Path userDir,
    Optional<Duration> duration,
    Optional<Path> plugins,
    Map<String, String> launch,
    Optional<SiteChildren> children) {
  public WorkbenchOptions {
    launch = Map.copyOf(launch);
  }

  /** Nothing but a user folder. */
  public static WorkbenchOptions in(Path userDir) {
    return new WorkbenchOptions(
        Optional.empty(),
        false,
        Optional.empty(),
        userDir,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }
}
