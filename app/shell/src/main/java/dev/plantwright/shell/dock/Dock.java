package dev.plantwright.shell.dock;

import dev.plantwright.api.PartPlace;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.shell.dock.Area.Fold;
import dev.plantwright.shell.dock.PartTab.Opening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import software.coley.bentofx.control.DragDropStage;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.event.DockEvent;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/**
 * The docked parts: opens, moves, closes, folds, maximises and floats them, and turns what is on
 * screen into a {@link Layout} and back. FX thread.
 */
public final class Dock {
  /** What the dock asks of the window around it. */
  public interface Surroundings {
    /** Type, argument and first title of a part id; empty: nothing of that name. */
    Optional<Opening> opening(String id);

    /** Node of the empty editor area. */
    Node emptyEditors();

    /** A tool button for a command, as the part names it. */
    Optional<Node> tool(String commandId);

    /** Lines added at the end of a part's menu. */
    List<MenuItem> menuItems(PartTab tab);

    /** Dresses the scene of a floating window. */
    void dress(Scene scene, Stage stage);

    /** Something changed that the layout file keeps. */
    void changed();
  }

  private static final double NARROW = 1400;
  private static final double TIGHT = 1150;

  private final DockBento bento = new DockBento();
  private final Surroundings around;
  private final Function<Dock, PartTab.Host> hosts;
  private final Map<Dockable, PartTab> tabs = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> states = new HashMap<>();
  private final StackPane node = new StackPane();
  private final DockScreen screen = new DockScreen(bento, node);
  private final Activation activation;
  private final ReadOnlyObjectWrapper<Optional<StackLeaf>> maximised =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Consumer<PartTab> beforeClose = tab -> {};
  private Optional<Layout> wide = Optional.empty();
  private boolean applying;

  public Dock(Surroundings around, Function<Dock, PartTab.Host> hosts) {
    this.around = around;
    this.hosts = hosts;
    bento.serve(this);
    activation = new Activation(this::selected);
    node.getStyleClass().add("dock");
    node.setId("dock");
    bento.events().addEventListener(this::happened);
    node.addEventFilter(
        javafx.scene.input.MouseEvent.DRAG_DETECTED,
        e -> {
          if (TabDrag.startsOn(e.getTarget())) {
            restore();
          }
        });
    node.widthProperty().addListener((o, before, after) -> resized(after.doubleValue()));
    apply(Layout.of(Map.of()));
  }

  public Node node() {
    return node;
  }

  /** Told before the user closes a tab. */
  public void beforeClose(Consumer<PartTab> listener) {
    beforeClose = listener;
  }

  /** The tab that has the focus or had it last. */
  public ReadOnlyObjectProperty<Optional<PartTab>> active() {
    return activation.active();
  }

  public Collection<PartTab> tabs() {
    return List.copyOf(tabs.values());
  }

  public Optional<PartTab> tab(String id) {
    return tabs.values().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  PartTab tab(Dockable dockable) {
    return tabs.get(dockable);
  }

  Optional<PartTab> selected(StackLeaf leaf) {
    return Optional.ofNullable(leaf.getSelectedDockable()).map(tabs::get);
  }

  /** Whether the part can be seen now. */
  public boolean isShown(PartTab tab) {
    return leaf(tab).filter(l -> l.getSelectedDockable() == tab.dockable()).isPresent()
        && tab.pane().getScene() != null;
  }

  Node emptyNode(StackLeaf leaf) {
    return leaf.name().equals(Layout.EDITORS) ? around.emptyEditors() : new StackPane();
  }

  /** Watches a window's focus; for the main window, floating ones do it themselves. */
  public void watch(Scene scene) {
    activation.watch(scene);
  }

  // Opening and closing

  /** Shows a part in its place, made when needed, and gives it the focus; false: unknown id. */
  public boolean open(String id, boolean preview) {
    Optional<PartTab> there = tab(id);
    if (there.isEmpty() && !add(id, preview)) {
      return false;
    }
    PartTab tab = tab(id).orElseThrow();
    if (!preview) {
      tab.preview().set(false);
    }
    activate(tab);
    return true;
  }

  private boolean add(String id, boolean preview) {
    Optional<PartTab> made = make(id);
    made.ifPresent(
        tab -> {
          restore();
          Optional<PartTab> former = preview ? previewed() : Optional.empty();
          tab.preview().set(preview);
          place(tab, tab.type().place());
          former.ifPresent(this::remove);
        });
    return made.isPresent();
  }

  private Optional<PartTab> previewed() {
    return tabs.values().stream()
        .filter(t -> t.preview().get() && !t.document().map(d -> d.edited().get()).orElse(false))
        .findFirst();
  }

  private Optional<PartTab> make(String id) {
    return around
        .opening(id)
        .map(
            opening -> {
              Map<String, String> state = states.getOrDefault(id, Map.of());
              PartTab tab = new PartTab(bento, id, opening, hosts.apply(this), state);
              tabs.put(tab.dockable(), tab);
              tab.selection().addListener((o, before, after) -> activation.refresh(tab));
              tab.part().addListener((o, before, after) -> activation.refresh(tab));
              tab.documentShown().addListener((o, before, after) -> activation.refresh(tab));
              return tab;
            });
  }

  private void place(PartTab tab, PartPlace place) {
    Optional<StackLeaf> leaf =
        screen.leaves().filter(l -> l.name().equals(place.name())).findFirst();
    if (leaf.isPresent()) {
      leaf.get().addDockable(tab.dockable());
    } else {
      apply(read().with(tab.id(), place));
    }
  }

  public void activate(PartTab tab) {
    if (maximised.get().isPresent() && leaf(tab).filter(this::isMaximised).isEmpty()) {
      restore();
    }
    leaf(tab)
        .ifPresent(
            leaf -> {
              if (leaf.folded()) {
                unfold(leaf);
              }
              leaf.selectDockable(tab.dockable());
              tab.make();
              raise(leaf);
              tab.focusPart();
              activation.set(tab);
            });
  }

  private static void raise(StackLeaf leaf) {
    Window window = leaf.getScene() == null ? null : leaf.getScene().getWindow();
    if (window instanceof Stage stage && stage.isShowing() && !stage.isFocused()) {
      stage.toFront();
      stage.requestFocus();
    }
  }

  /** A tab opened for a look stays. */
  public void pin(PartTab tab) {
    tab.preview().set(false);
  }

  /** The parts that can be seen, left to right, top to bottom. */
  public List<PartTab> inOrder() {
    return screen.leaves().flatMap(l -> selected(l).stream()).toList();
  }

  /** Shows the tab so many places after one in its stack. */
  public void nextTab(PartTab tab, int by) {
    leaf(tab)
        .ifPresent(
            leaf -> {
              int at = leaf.getDockables().indexOf(tab.dockable());
              int next = Math.floorMod(at + by, leaf.getDockables().size());
              activate(tabs.get(leaf.getDockables().get(next)));
            });
  }

  /** The part in front in the editor area. */
  public Optional<PartTab> editorInFront() {
    return screen
        .leaves()
        .filter(l -> l.name().equals(Layout.EDITORS))
        .findFirst()
        .flatMap(this::selected);
  }

  /** Closes a tab as the user does. */
  public void close(PartTab tab) {
    beforeClose.accept(tab);
    remove(tab);
  }

  private void remove(PartTab tab) {
    restore();
    leaf(tab).ifPresent(leaf -> leaf.removeDockable(tab.dockable()));
    forget(tab);
    changed();
  }

  private void forget(PartTab tab) {
    states.put(tab.id(), tab.remembered());
    tabs.remove(tab.dockable());
    tab.end();
    activation.gone(tab, () -> screen.leaves().flatMap(l -> selected(l).stream()).findFirst());
  }

  Optional<StackLeaf> leaf(PartTab tab) {
    return Optional.ofNullable((StackLeaf) tab.dockable().getContainer());
  }

  // Clicks and menus

  void tabClicked(StackLeaf leaf, PartTab tab, int count) {
    if (count == 2) {
      if (tab.preview().get()) {
        tab.preview().set(false);
      } else {
        maximise(tab);
      }
    }
    activate(tab);
  }

  /** Shows the buttons of the part in front; while an arrangement is built nothing is in front. */
  void fillTools(DockContainerLeaf leaf) {
    HBox box = (HBox) leaf.getProperties().get(StripPane.TOOLS);
    box.getChildren().clear();
    if (applying) {
      return;
    }
    selected((StackLeaf) leaf)
        .ifPresent(
            tab -> {
              tab.make();
              tab.part().get().stream()
                  .flatMap(p -> p.tools().stream().limit(5))
                  .flatMap(id -> around.tool(id).stream())
                  .forEach(box.getChildren()::add);
            });
  }

  ContextMenu menu(PartTab tab) {
    ContextMenu menu = new ContextMenu();
    boolean max = maximised.get().isPresent();
    boolean folded = leaf(tab).map(StackLeaf::folded).orElse(false);
    menu.getItems()
        .addAll(
            item(max ? "Restore" : "Maximise", () -> maximise(tab)),
            item(folded ? "Unfold" : "Fold to Tabs", () -> toggleFold(tab)),
            item("Float", () -> floatOut(tab)),
            item("Close", () -> close(tab)),
            item("Close Others", () -> closeOthers(tab)));
    menu.getItems().addAll(around.menuItems(tab));
    return menu;
  }

  void menuBelow(PartTab tab, Node anchor) {
    menu(tab).show(anchor, Side.BOTTOM, 0, 0);
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(e -> action.run());
    return item;
  }

  private void closeOthers(PartTab tab) {
    leaf(tab).stream()
        .flatMap(l -> List.copyOf(l.getDockables()).stream())
        .filter(d -> d != tab.dockable())
        .map(tabs::get)
        .forEach(other -> close(other));
  }

  // Folding, maximising, floating

  public void toggleFold(PartTab tab) {
    leaf(tab)
        .filter(StackLeaf::foldable)
        .ifPresent(
            leaf -> {
              if (leaf.folded()) {
                unfold(leaf);
              } else {
                screen.fold(leaf, Fold.FOLDED, narrow());
              }
              changed();
            });
  }

  private void unfold(StackLeaf leaf) {
    screen.fold(leaf, Fold.OPEN, narrow());
    changed();
  }

  private boolean narrow() {
    return node.getWidth() > 0 && node.getWidth() < NARROW;
  }

  /** Lets the stack of a part fill the window, or brings the others back. */
  public void maximise(PartTab tab) {
    if (maximised.get().isPresent()) {
      restore();
      return;
    }
    leaf(tab)
        .filter(l -> l.getScene() == node.getScene())
        .ifPresent(
            leaf -> {
              screen.showOnly(leaf);
              maximised.set(Optional.of(leaf));
              activate(tab);
            });
  }

  private boolean isMaximised(StackLeaf leaf) {
    return maximised.get().filter(m -> m == leaf).isPresent();
  }

  /** Ends maximising. */
  public void restore() {
    if (maximised.get().isPresent()) {
      maximised.set(Optional.empty());
      screen.showAll();
    }
  }

  /** Moves a part into a window of its own. */
  public void floatOut(PartTab tab) {
    restore();
    leaf(tab)
        .ifPresent(
            leaf -> {
              Window window = node.getScene().getWindow();
              double width = Math.max(480, leaf.getWidth());
              double height = Math.max(320, leaf.getHeight());
              leaf.removeDockable(tab.dockable());
              Area area = Area.Stack.of("", 0, List.of(tab.id()));
              openWindow(
                  new Layout.Floating(window.getX() + 80, window.getY() + 80, width, height, area));
              activate(tab);
              changed();
            });
  }

  /** A window for parts; closing it closes them. */
  DragDropStage newStage() {
    DragDropStage stage = new DragDropStage(true);
    stage.addEventFilter(
        WindowEvent.WINDOW_CLOSE_REQUEST,
        e -> {
          e.consume();
          tabs().stream()
              .filter(t -> leaf(t).map(l -> l.getScene() == stage.getScene()).orElse(false))
              .forEach(t -> close(t));
        });
    stage.sceneProperty().addListener((o, before, scene) -> around.dress(scene, stage));
    return stage;
  }

  Scene newScene(javafx.scene.layout.Region content, double width, double height) {
    Scene scene = new Scene(content, width, height);
    activation.watch(scene);
    return scene;
  }

  private void openWindow(Layout.Floating floating) {
    Stage stage = screen.window(floating, this::dockable);
    stage.show();
    select(floating.area());
  }

  // Layouts

  /** Arranges everything anew; parts that are not in it close, editors stay. */
  public void apply(Layout layout) {
    restore();
    Layout wanted = layout.keeping(id -> tab(id).isPresent() || around.opening(id).isPresent());
    wide = Optional.of(wanted);
    show(tight() ? wanted.withoutRightColumn() : wanted);
  }

  private void show(Layout wanted) {
    Optional<PartTab> before = activation.active().get();
    applying = true;
    try {
      List<PartTab> gone = new ArrayList<>(tabs.values());
      gone.removeIf(t -> wanted.parts().contains(t.id()));
      screen.clear();
      gone.forEach(this::forget);
      screen.show(wanted.main(), this::dockable, narrow());
      select(wanted.main());
      wanted.floats().forEach(this::openWindow);
    } finally {
      applying = false;
    }
    screen.leaves().forEach(this::fillTools);
    before.filter(t -> tabs.containsValue(t) && isShown(t)).ifPresent(this::activate);
    changed();
  }

  private Optional<Dockable> dockable(String id) {
    return tab(id).or(() -> make(id)).map(PartTab::dockable);
  }

  private void select(Area area) {
    area.stacks()
        .flatMap(s -> s.selected().stream())
        .flatMap(id -> tab(id).stream())
        .forEach(t -> leaf(t).ifPresent(l -> l.selectDockable(t.dockable())));
  }

  /** What is on screen, as it is to be restored. */
  public Layout read() {
    Layout now = screen.read(d -> tabs.get(d).id());
    return tight() ? wide.map(w -> merged(w, now)).orElse(now) : now;
  }

  /** A wide arrangement with the parts that are open now. */
  private Layout merged(Layout former, Layout now) {
    Layout kept = former.keeping(now.parts()::contains);
    for (String part : now.parts()) {
      if (!kept.parts().contains(part)) {
        kept = kept.with(part, PartPlace.CENTER);
      }
    }
    return kept;
  }

  /** Editors open now: they stay when another arrangement is applied. */
  public List<String> editors() {
    return tabs.values().stream().filter(t -> t.type().editor()).map(PartTab::id).toList();
  }

  /** What parts want remembered, by part id. */
  public Map<String, Map<String, String>> states() {
    Map<String, Map<String, String>> all = new HashMap<>(states);
    tabs.values().forEach(t -> all.put(t.id(), t.remembered()));
    return all;
  }

  /** Gives parts that are made later what was remembered. */
  public void states(Map<String, Map<String, String>> remembered) {
    states.putAll(remembered);
  }

  private boolean tight() {
    return node.getWidth() > 0 && node.getWidth() < TIGHT;
  }

  private void resized(double width) {
    boolean narrowNow = width < NARROW;
    if (screen.narrow() != narrowNow) {
      screen.narrow(narrowNow);
    }
    boolean tightNow = width > 0 && width < TIGHT;
    if (tightNow != screen.tight() && width > 0) {
      Layout former =
          screen.tight() ? wide.map(w -> merged(w, screenLayout())).orElseThrow() : screenLayout();
      screen.tight(tightNow);
      wide = Optional.of(former);
      show(tightNow ? former.withoutRightColumn() : former);
    }
  }

  private Layout screenLayout() {
    return screen.read(d -> tabs.get(d).id());
  }

  private void happened(DockEvent event) {
    if (applying) {
      return;
    }
    switch (event) {
      case DockEvent.DockableSelected e -> shown((StackLeaf) e.container());
      case DockEvent.DockableClosing e -> closing(e);
      case DockEvent.DockableAdded e -> {
        ((StackLeaf) e.container()).limit();
        changed();
      }
      default -> changed();
    }
  }

  private void closing(DockEvent.DockableClosing event) {
    event.cancel();
    close(tabs.get(event.dockable()));
  }

  private void shown(StackLeaf leaf) {
    selected(leaf).ifPresent(PartTab::make);
    changed();
  }

  private void changed() {
    if (!applying) {
      screen.settle();
      around.changed();
    }
  }

  /** Tool button of a command with its icon, for the tab strip. */
  public static Node toolButton(String icon, String name, Runnable action) {
    Node button = Buttons.icon(icon, name, action);
    button.getStyleClass().add("strip-button");
    button.setFocusTraversable(false);
    return button;
  }
}
