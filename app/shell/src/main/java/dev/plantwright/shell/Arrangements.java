package dev.plantwright.shell;

import dev.plantwright.api.PartPlace;
import dev.plantwright.api.Perspective;
import dev.plantwright.shell.dock.Dock;
import dev.plantwright.shell.dock.Layout;
import dev.plantwright.shell.dock.LayoutFile;
import dev.plantwright.shell.plugins.Contributions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The arrangement of each perspective: as the user left it, else as its plugin made it. */
final class Arrangements {
  private final Contributions contributions;
  private final Dock dock;
  private final Map<String, Layout> kept = new HashMap<>();
  private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
  private Optional<Layout> beforeReset = Optional.empty();

  Arrangements(Contributions contributions, Dock dock) {
    this.contributions = contributions;
    this.dock = dock;
  }

  /** Id of the perspective shown; empty while there is none. */
  ReadOnlyStringProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /** Takes over what a layout file says and shows its perspective, or the first one. */
  void start(LayoutFile file) {
    dock.states(file.states());
    kept.putAll(file.layouts());
    List<Perspective> all = contributions.perspectives();
    Optional<Perspective> wanted =
        all.stream()
            .filter(p -> p.id().equals(file.perspective()))
            .findFirst()
            .or(() -> all.stream().findFirst());
    wanted.ifPresent(this::apply);
  }

  /** Shows a perspective; open editors stay open. */
  void show(String id) {
    contributions.perspectives().stream()
        .filter(p -> p.id().equals(id) && !p.id().equals(shown.get()))
        .findFirst()
        .ifPresent(
            perspective -> {
              remember();
              apply(perspective);
            });
  }

  private void apply(Perspective perspective) {
    Layout layout = kept.getOrDefault(perspective.id(), initial(perspective));
    for (String editor : dock.editors()) {
      if (!layout.parts().contains(editor)) {
        layout = layout.with(editor, PartPlace.CENTER);
      }
    }
    shown.set(perspective.id());
    dock.apply(layout);
  }

  private static Layout initial(Perspective perspective) {
    return Layout.of(perspective.parts());
  }

  /** Brings the plugin's arrangement back; {@link #undoReset} takes that back. */
  void reset() {
    current()
        .ifPresent(
            perspective -> {
              Layout former = dock.read();
              kept.remove(perspective.id());
              apply(perspective);
              beforeReset = Optional.of(former);
            });
  }

  void undoReset() {
    beforeReset.ifPresent(dock::apply);
    beforeReset = Optional.empty();
  }

  boolean canUndoReset() {
    return beforeReset.isPresent();
  }

  private Optional<Perspective> current() {
    return contributions.perspectives().stream()
        .filter(p -> p.id().equals(shown.get()))
        .findFirst();
  }

  private void remember() {
    if (!shown.get().isEmpty()) {
      kept.put(shown.get(), dock.read());
    }
  }

  /** What is to be written to the layout file. */
  LayoutFile file(Optional<LayoutFile.WindowPlace> window) {
    remember();
    return new LayoutFile(shown.get(), window, Map.copyOf(kept), dock.states());
  }
}
