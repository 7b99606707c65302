package dev.plantwright.plant.folder;

/** Being told of something; closing it ends that. */
public interface Listening extends AutoCloseable {
  @Override
  void close();
}
