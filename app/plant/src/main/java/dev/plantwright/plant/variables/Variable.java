package dev.plantwright.plant.variables;

import dev.plantwright.plant.text.Span;
import java.util.List;

/**
 * A variable in a text: {@code ${name}}.
 *
 * @param span with dollar and braces
 */
public record Variable(String name, Span span) {
  /** What a site is known by. */
  public static final List<String> OF_SITES =
      List.of("site.mqtt.host", "site.mqtt.port", "site.mqtt.user", "site.mqtt.password");

  private static final String SECRET = "secret:";
  private static final String DEVICE = "device.";
  private static final String PORT = ".port";

  /** Whether it is one of ours; rule engines and gateways have placeholders of the same look. */
  public boolean isOurs() {
    return name.startsWith("site.") || name.startsWith(DEVICE) || name.startsWith(SECRET);
  }

  public boolean isSecret() {
    return name.startsWith(SECRET);
  }

  /** The name of the secret or the device; empty text for a variable of the site. */
  public String subject() {
    if (isSecret()) {
      return name.substring(SECRET.length());
    }
    boolean device = name.startsWith(DEVICE) && name.endsWith(PORT);
    return device && name.length() > DEVICE.length() + PORT.length()
        ? name.substring(DEVICE.length(), name.length() - PORT.length())
        : "";
  }

  /** Whether it stands for a number where it stands alone. */
  boolean isNumber() {
    return name.endsWith(PORT);
  }
}
