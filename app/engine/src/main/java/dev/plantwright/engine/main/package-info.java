/** Puts the engine together: folder, logins, broker, parts, doors, and the life of its process. */
package dev.plantwright.engine.main;
