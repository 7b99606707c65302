package dev.plantwright.shell.dock;

import dev.plantwright.shell.dock.Area.Fold;
import javafx.geometry.Orientation;
import software.coley.bentofx.Bento;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** A stack of tabs on screen that knows its place and can be folded to its tabs. */
final class StackLeaf extends DockContainerLeaf {
  static final double STRIP = 32;

  private String name = "";
  private Fold fold = Fold.OPEN;
  private boolean narrow;
  private double openSize = 156;

  StackLeaf(Bento bento, String identifier) {
    super(bento, identifier);
    setMinWidth(120);
    setMinHeight(STRIP);
    setFocusTraversable(false);
  }

  String name() {
    return name;
  }

  void name(String place) {
    name = place;
    setPruneWhenEmpty(!place.equals(Layout.EDITORS));
    setMinWidth(
        switch (place) {
          case "LEFT" -> 200;
          case "RIGHT" -> 260;
          default -> 120;
        });
  }

  Fold fold() {
    return fold;
  }

  boolean folded() {
    return fold == Fold.FOLDED || (fold == Fold.AUTO && narrow);
  }

  void fold(Fold next, boolean isNarrow) {
    boolean before = folded();
    if (!before && getHeight() > STRIP) {
      openSize = getHeight();
    }
    fold = next;
    narrow = isNarrow;
    limit();
  }

  /** Height it has when it is not folded. */
  double openSize() {
    return folded() ? openSize : getHeight();
  }

  /** The height to come back to. */
  double formerSize() {
    return openSize;
  }

  void openSize(double height) {
    openSize = Math.max(height, STRIP + 28);
  }

  /** Folding means something only where stacks stand above each other. */
  void limit() {
    boolean tabsOnly = folded() && foldable();
    setMaxHeight(tabsOnly ? STRIP : Double.MAX_VALUE);
    // Takes the body off the screen, so that nothing of it shows below the tabs.
    collapsedProperty().set(tabsOnly);
  }

  boolean foldable() {
    return getParentContainer() != null
        && getParentContainer().getOrientation() == Orientation.VERTICAL;
  }
}
