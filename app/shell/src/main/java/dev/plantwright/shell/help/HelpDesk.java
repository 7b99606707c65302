package dev.plantwright.shell.help;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** All pages of help, and which one is shown. FX thread. */
public final class HelpDesk {
  /** Id of the page that lists the others. */
  public static final String CONTENTS = "contents";

  private static final int DEPTH = 100;

  /**
   * What is shown.
   *
   * @param section heading to show, or empty for the top
   */
  public record Shown(HelpPage page, String section) {}

  private final Map<String, HelpPage> pages = new TreeMap<>();
  private final Deque<Shown> past = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(contents(), ""));

  /** Adds pages; one with an id that is there replaces that. */
  public void add(List<HelpPage> more) {
    more.forEach(p -> pages.put(p.id(), p));
    if (shown.get().page().id().equals(CONTENTS)) {
      shown.set(new Shown(contents(), ""));
    }
  }

  /** All pages by title. */
  public List<HelpPage> pages() {
    return pages.values().stream().sorted(Comparator.comparing(HelpPage::title)).toList();
  }

  public ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Shows the page of a part, or the contents if it has none. */
  public void open(String part) {
    open(part, "");
  }

  /** Shows a page at a heading. */
  public void open(String part, String section) {
    Shown next = new Shown(Optional.ofNullable(pages.get(part)).orElseGet(this::contents), section);
    if (!next.page().id().equals(shown.get().page().id())) {
      past.push(shown.get());
      if (past.size() > DEPTH) {
        past.removeLast();
      }
    }
    shown.set(next);
  }

  public boolean canGoBack() {
    return !past.isEmpty();
  }

  public void back() {
    if (canGoBack()) {
      shown.set(past.pop());
    }
  }

  private HelpPage contents() {
    String list =
        pages().stream()
            .map(p -> "- [%s](%s.md)".formatted(p.title(), p.id()))
            .collect(Collectors.joining("\n"));
    String text =
        "# Help\n\nF1 opens the page of the part you are in. [All keys](command:help.keys)\n\n";
    return HelpPage.of(CONTENTS, "Help", text + list);
  }
}
