/** The streams and rules that exist; one thread. */
package dev.plantwright.engine.rules.book;
