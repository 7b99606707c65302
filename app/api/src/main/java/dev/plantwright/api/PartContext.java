package dev.plantwright.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a part gets when it is made. */
public interface PartContext {
  Workbench workbench();

  /** Ends when the tab is closed. */
  Scope scope();

  /**
   * For an editor the file (relative to the plant, with {@code /}) or the thing it is opened on.
   */
  Optional<String> argument();

  /** What {@link Part#state} gave last time. */
  Map<String, String> state();

  /** Sets the title of the tab. */
  void title(String title);

  /** Number on the tab, 0 for none; {@code error} colours it as danger, else as neutral. */
  void badge(int count, boolean error);

  /** Tells what is selected in this part; part of the {@link Focus} while the part has it. */
  void select(List<?> selection);
}
