/**
 * The seams between the parts of the local engine: what a part is built from, what a door is, how
 * an engine is configured.
 */
package dev.plantwright.engine;
