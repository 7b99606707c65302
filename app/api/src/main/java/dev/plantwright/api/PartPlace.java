package dev.plantwright.api;

/** Where a part is put when no layout says otherwise. */
public enum PartPlace {
  /** Left column, 252 px. */
  LEFT,
  /** Below the left column. */
  LEFT_BELOW,
  /** The editor area; it takes what is left over and is never lost. */
  CENTER,
  /** Below the editor area, such as the plan of a rule. */
  CENTER_BELOW,
  /** Right column, 264 to 440 px. */
  RIGHT,
  /** Below the right column. */
  RIGHT_BELOW,
  /** Bottom stack right of the left column, 156 px. */
  BOTTOM
}
