package dev.plantwright.sites;

/** A user and a password; never written to a log. */
public record Login(String user, String password) {
  @Override
  public String toString() {
    return user + ":***";
  }
}
