package dev.plantwright.sites.launch;

/**
 * How a child ended.
 *
 * @param code 0 done, 2 could not run, 128 + n killed by signal n
 * @param reason the last line it wrote on standard error, else the code in words
 */
public record Exit(int code, String reason) {
  /** The code of a process that could not run at all; starting it again would not help. */
  public static final int COULD_NOT_RUN = 2;

  static Exit of(int code, String lastWords) {
    String said = lastWords.strip().replaceFirst("^plantwright: ", "");
    return new Exit(code, said.isEmpty() ? words(code) : said);
  }

  private static String words(int code) {
    return switch (code) {
      case 0 -> "ended";
      case 134 -> "aborted";
      case 137 -> "killed (signal 9)";
      case 139 -> "crashed (signal 11)";
      case 143 -> "terminated (signal 15)";
      default -> "ended with code " + code;
    };
  }
}
