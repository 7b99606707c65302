package dev.plantwright.sites;

/** A listener's place in a list; closing it once or more ends the calls. */
public interface Registration extends AutoCloseable {
  @Override
  void close();
}
