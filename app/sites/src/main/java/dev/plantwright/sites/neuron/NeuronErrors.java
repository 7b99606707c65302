package dev.plantwright.sites.neuron;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Neuron's error numbers in words. */
public final class NeuronErrors {
  private static final Properties WORDS = load();

  private NeuronErrors() {}

  /**
   * A phrase that finishes "...:", such as {@code the device does not answer}; for a number nobody
   * described, the number with where it comes from.
   */
  public static String words(int code) {
    String words = WORDS.getProperty(Integer.toString(code));
    if (words != null) {
      return words;
    }
    return code >= 10000 && code <= 20000
        ? "the driver reports its own error " + code
        : "error " + code;
  }

  private static Properties load() {
    Properties words = new Properties();
    try (InputStream in = NeuronErrors.class.getResourceAsStream("neuron-errors.properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
