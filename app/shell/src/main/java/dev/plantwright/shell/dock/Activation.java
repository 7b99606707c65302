package dev.plantwright.shell.dock;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Which part has the focus, or had it last while menus, toolbar or palette have it. */
final class Activation {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active-part");

  private final Function<StackLeaf, Optional<PartTab>> shownIn;
  private final ReadOnlyObjectWrapper<Optional<PartTab>> active =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ChangeListener<Node> follow = (owner, before, after) -> follow(after);
  private Optional<StackLeaf> leaf = Optional.empty();

  Activation(Function<StackLeaf, Optional<PartTab>> shownIn) {
    this.shownIn = shownIn;
  }

  ReadOnlyObjectProperty<Optional<PartTab>> active() {
    return active.getReadOnlyProperty();
  }

  void watch(Scene scene) {
    scene.focusOwnerProperty().removeListener(follow);
    scene.focusOwnerProperty().addListener(follow);
  }

  private void follow(Node owner) {
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node instanceof StackLeaf stack) {
        shownIn.apply(stack).ifPresent(this::set);
        return;
      }
    }
  }

  void set(PartTab tab) {
    mark(Optional.ofNullable((StackLeaf) tab.dockable().getContainer()));
    if (active.get().filter(t -> t == tab).isEmpty()) {
      active.set(Optional.of(tab));
    }
  }

  private void mark(Optional<StackLeaf> next) {
    leaf.ifPresent(l -> l.pseudoClassStateChanged(ACTIVE, false));
    leaf = next;
    leaf.ifPresent(l -> l.pseudoClassStateChanged(ACTIVE, true));
  }

  /** The snapshot of the focus changed though the tab did not. */
  void refresh(PartTab tab) {
    if (active.get().filter(t -> t == tab).isPresent()) {
      active.set(Optional.empty());
      active.set(Optional.of(tab));
    }
  }

  void gone(PartTab tab, Supplier<Optional<PartTab>> next) {
    if (active.get().filter(t -> t == tab).isPresent()) {
      Optional<PartTab> heir = leaf.flatMap(shownIn).or(next).filter(t -> t != tab);
      active.set(heir);
      mark(heir.map(t -> (StackLeaf) t.dockable().getContainer()));
    }
  }
}
