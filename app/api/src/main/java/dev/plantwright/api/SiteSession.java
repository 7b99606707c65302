package dev.plantwright.api;

import dev.plantwright.sites.deploy.Outcome;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.mqtt.LinkState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** The site that is looked at: its processes, its doors, its broker. Used on the FX thread only. */
public interface SiteSession {
  /** States of a process that the workbench runs. */
  enum State {
    OFF,
    STARTING,
    RUNNING,
    STOPPING,
    /** Ended by itself; restarts at {@link ProcessState#restartsAt} if that is there. */
    STOPPED
  }

  /**
   * Engine or simulator as a child process.
   *
   * @param ports by key of the door, or by device
   * @param cause why it stopped or does not start, or which port was replaced by which; a sentence
   * @param since when it took this state
   * @param log its log file
   */
  record ProcessState(
      State state,
      Map<String, Integer> ports,
      Optional<String> cause,
      Instant since,
      Optional<Instant> restartsAt,
      Optional<Path> log) {}

  ObservableValue<ProcessState> engine();

  ObservableValue<ProcessState> simulator();

  /** REST clients of the site, renewed when its ports change; empty while nothing answers. */
  ObservableValue<Optional<Doors>> doors();

  /** The connection to the broker. */
  ObservableValue<LinkState> link();

  /** What differs between plant and site; renewed after either changed. */
  ObservableValue<Deployment> deployment();

  /** Starts engine and simulator, or what of them is not running. */
  void start();

  void stop();

  void restart();

  /** Starts or stops only the simulated devices. */
  void simulate(boolean on);

  /** Compares plant and site anew. */
  void compare();

  /**
   * Makes the site match the plant and reads it back; a job with progress.
   *
   * @param partial what cannot be deployed is left out; otherwise it stops all, and the job fails
   */
  Jobs.Job<Outcome> deploy(boolean partial);

  /** Publishes on the broker; the outcome comes as a notice only if it fails. */
  void publish(String topic, byte[] payload, int qos, boolean retain);
}
