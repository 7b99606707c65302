package dev.plantwright.shell.dock;

import dev.plantwright.api.Document;
import dev.plantwright.api.Focus;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Scope;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Icons;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;

/** One part with its tab: made when first shown, ended when closed. FX thread. */
public final class PartTab implements PartContext {
  /** Number beside the title; {@code count} 0: none. */
  record Badge(int count, boolean error) {}

  /**
   * What a tab needs from the workbench around it.
   *
   * @param workbench given to the part
   * @param error makes the node shown instead of a part that could not be made
   */
  public record Host(Workbench workbench, ErrorNode error) {}

  /** Reports what was thrown and gives a node that says so. */
  @FunctionalInterface
  public interface ErrorNode {
    Node of(PartTab tab, Throwable thrown);
  }

  private final String id;
  private final PartType type;
  private final Optional<String> argument;
  private final Host host;
  private final Map<String, String> state;
  private final Scope scope = new Scope();
  private final Dockable dockable;
  private final StackPane pane = new StackPane();
  private final ReadOnlyObjectWrapper<Badge> badge =
      new ReadOnlyObjectWrapper<>(new Badge(0, false));
  private final SimpleBooleanProperty preview = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Part>> part =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Document<?>>> document =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<?>> selection = new ReadOnlyObjectWrapper<>(List.of());

  PartTab(Bento bento, String id, Opening opening, Host host, Map<String, String> state) {
    this.id = id;
    this.type = opening.type();
    this.argument = opening.argument();
    this.host = host;
    this.state = Map.copyOf(state);
    this.dockable = new Dockable(bento, id);
    dockable.setTitle(opening.title());
    dockable.setClosable(type.editor() || type.place() == PartPlace.CENTER);
    dockable.setIconFactory(d -> Icons.of(type.icon()));
    pane.setId("part/" + id);
    pane.getStyleClass().add("part");
    pane.setMinSize(0, 0);
    pane.getProperties().put(PartTab.class, this);
    dockable.setNode(pane);
  }

  /** What is opened: a type, and for editors the thing it is opened on. */
  public record Opening(PartType type, Optional<String> argument, String title) {}

  public String id() {
    return id;
  }

  public PartType type() {
    return type;
  }

  public ReadOnlyObjectProperty<Optional<Part>> part() {
    return part.getReadOnlyProperty();
  }

  public String titleText() {
    return dockable.getTitle();
  }

  public Optional<Document<?>> document() {
    return document.get();
  }

  ReadOnlyObjectProperty<Optional<Document<?>>> documentShown() {
    return document.getReadOnlyProperty();
  }

  /** Takes over the document of the part, which may come some time after the part. */
  public void lookForDocument() {
    try {
      Optional<Document<?>> now = part.get().flatMap(Part::document);
      if (!now.equals(document.get())) {
        document.set(now);
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /** What the user looks at while this tab has the focus. */
  public Focus snapshot() {
    Optional<String> file = document().<String>map(Document::file);
    return new Focus(Optional.of(id), part.get(), file.or(() -> argument), selection.get());
  }

  ReadOnlyObjectProperty<List<?>> selection() {
    return selection.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Badge> badge() {
    return badge.getReadOnlyProperty();
  }

  SimpleBooleanProperty preview() {
    return preview;
  }

  Dockable dockable() {
    return dockable;
  }

  Node pane() {
    return pane;
  }

  /** Makes the part if it is not there yet. */
  void make() {
    if (!pane.getChildren().isEmpty()) {
      return;
    }
    try {
      Part made = type.make().apply(this);
      pane.getChildren().setAll(made.node());
      part.set(Optional.of(made));
      lookForDocument();
    } catch (Exception | LinkageError e) {
      fail(e);
    }
  }

  /** Replaces the part by an error; the rest of the window lives on. */
  public void fail(Throwable thrown) {
    document.set(Optional.empty());
    part.set(Optional.empty());
    pane.getChildren().setAll(host.error().of(this, thrown));
  }

  /** Ends what is there and makes the part anew. */
  public void restart() {
    document.set(Optional.empty());
    part.set(Optional.empty());
    pane.getChildren().clear();
    make();
  }

  void focusPart() {
    try {
      part.get().ifPresentOrElse(Part::focus, pane::requestFocus);
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /** What the part wants remembered; what it was given while it was not shown. */
  Map<String, String> remembered() {
    try {
      return part.get().map(Part::state).orElse(state);
    } catch (RuntimeException e) {
      return state;
    }
  }

  void end() {
    scope.close();
    pane.getChildren().clear();
    document.set(Optional.empty());
    part.set(Optional.empty());
  }

  @Override
  public Workbench workbench() {
    return host.workbench();
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
    return state;
  }

  @Override
  public void title(String title) {
    dockable.setTitle(title);
  }

  @Override
  public void badge(int count, boolean error) {
    badge.set(new Badge(count, error));
  }

  @Override
  public void select(List<?> selected) {
    selection.set(List.copyOf(selected));
  }
}
