package dev.plantwright.api;

import java.util.function.Function;

/**
 * A kind of part.
 *
 * @param id short and stable, lower case, such as {@code namespace}; the harness calls the part
 *     {@code part/namespace}
 * @param title of the tab, sentence case; an editor sets its own by {@link PartContext#title}
 * @param icon name of an icon such as {@code mdi2f-file-tree}
 * @param editor true: one part for each argument (a file or a thing), in the editor area; false: at
 *     most one
 * @param make builds the part when it is first shown, on the FX thread
 */
public record PartType(
    String id,
    String title,
    String icon,
    PartPlace place,
    boolean editor,
    Function<PartContext, Part> make) {

  /** A view: at most one of it, with a place of its own. */
  public static PartType view(
      String id, String title, String icon, PartPlace place, Function<PartContext, Part> make) {
    return new PartType(id, title, icon, place, false, make);
  }

  /** An editor: one for each argument, in the editor area. */
  public static PartType editor(
      String id, String title, String icon, Function<PartContext, Part> make) {
    return new PartType(id, title, icon, PartPlace.CENTER, true, make);
  }
}
