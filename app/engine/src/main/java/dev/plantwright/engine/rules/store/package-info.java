/** Definitions on disk. */
package dev.plantwright.engine.rules.store;
