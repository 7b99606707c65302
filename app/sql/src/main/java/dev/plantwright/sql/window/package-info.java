/** Which rows belong together and when; a new window is a class here and a case in WindowSpec. */
package dev.plantwright.sql.window;
