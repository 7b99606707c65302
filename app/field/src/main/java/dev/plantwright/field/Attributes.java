package dev.plantwright.field;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What may be done with a tag, as Neuron's bit mask: 1 read, 2 write, 4 subscribe. Neuron stores
 * any number; what the other bits mean nobody promises.
 */
public record Attributes(int mask) {
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int SUBSCRIBE = 4;

  public boolean read() {
    return (mask & READ) != 0;
  }

  public boolean write() {
    return (mask & WRITE) != 0;
  }

  public boolean subscribe() {
    return (mask & SUBSCRIBE) != 0;
  }

  /** A mask that an editor should accept: at least one of the three and nothing else. */
  public boolean sensible() {
    return mask >= 1 && mask <= 7;
  }

  /** {@code Read Write}, in the order Read, Write, Subscribe, separated by one blank. */
  public String words() {
    StringJoiner words = new StringJoiner(" ");
    if (read()) {
      words.add("Read");
    }
    if (write()) {
      words.add("Write");
    }
    if (subscribe()) {
      words.add("Subscribe");
    }
    return words.toString();
  }

  /** Reads words in any order and case; empty if there is none or one is unknown. */
  public static Optional<Attributes> ofWords(String text) {
    int mask = 0;
    for (String word : text.strip().split("\\s+")) {
      switch (word.toLowerCase(Locale.ROOT)) {
        case "read" -> mask |= READ;
        case "write" -> mask |= WRITE;
        case "subscribe" -> mask |= SUBSCRIBE;
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Attributes(mask));
  }
}
