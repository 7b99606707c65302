package dev.plantwright.plant;

/** How much a {@link Problem} matters: errors keep a thing from being deployed, warnings do not. */
public enum Severity {
  ERROR,
  WARNING
}
