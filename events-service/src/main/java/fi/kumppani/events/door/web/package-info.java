/** The door over HTTP: for those who stand there, and for those who come in. */
@NullMarked
package fi.kumppani.events.door.web;

import org.jspecify.annotations.NullMarked;
