/** The REST API; a new page is a line in the class of its subject. */
package dev.plantwright.engine.rules.door;
