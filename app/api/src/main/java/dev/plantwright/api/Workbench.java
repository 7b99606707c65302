package dev.plantwright.api;

import dev.plantwright.live.Live;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/** What a plugin reaches of the workbench. Used on the FX thread only. */
public interface Workbench {
  Jobs jobs();

  Frames frames();

  /** What the user is looking at, renewed when part or selection change. */
  ObservableValue<Focus> focus();

  // Parts and commands

  /** Shows a part, made when needed, and gives it the focus. */
  void show(String partType);

  /** Opens an editor on a thing. */
  void open(String partType, String argument);

  /** Opens the editor of a plant file's kind, at a place if there is one. */
  void openFile(String file, Optional<Place> place);

  /**
   * Opens a plant file for a look: in the preview tab, which the next preview takes, until the user
   * edits it or opens it for good.
   */
  void preview(String file);

  /** Runs a command if it is enabled. */
  void run(String commandId);

  /** A command by its id, with the keys bound to it now. */
  Optional<Command> command(String id);

  /** All commands, with the keys bound to them now. */
  List<Command> commands();

  /** What is open and how the window is doing. */
  WorkbenchState state();

  /** What the workbench was started with by this name, such as {@code harness}: a port. */
  Optional<String> launchOption(String name);

  // The plant

  /** The open plant as it is saved, renewed when a file changes, whoever wrote it. */
  ObservableValue<Optional<Plant>> plant();

  /** Opens a plant folder instead of the present one. */
  void openPlant(Path folder);

  /** Copies the bundled sample to the user's plants, unless it is there, and opens it. */
  void openSample();

  /** The site that is looked at. */
  SiteSession site();

  /** Live values of the site's broker. */
  Live live();

  /** Everything that is wrong now, by producer and file. */
  ObservableList<Problem> problems();

  /** Replaces what {@code producer} (such as {@code rule:over_temp}) said before. */
  void report(String producer, List<Problem> problems);

  /** Reads a text file of the plant off the FX thread. */
  Jobs.Job<String> read(String file);

  /** Writes a file of the plant atomically, off the FX thread, the former text kept in history. */
  Jobs.Job<Void> write(String file, String text);

  /** Writes the document's text to its file. */
  void save(Document<?> document);

  // Settings and messages

  <T> ObservableValue<T> setting(Setting<T> setting);

  <T> void set(Setting<T> setting, T value);

  void tell(Notice notice);
}
